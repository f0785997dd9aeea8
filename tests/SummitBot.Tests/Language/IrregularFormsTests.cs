using SummitBot.Language.Words;

namespace SummitBot.Tests.Language;

public sealed class IrregularFormsTests
{
    [Theory]
    [InlineData("wrote", "write", "write")]
    [InlineData("children", "child", "child")]
    [InlineData("found", "find", null)]
    [InlineData("left", "leave", null)]
    [InlineData("walked", null, null)]
    [InlineData("|", null, null)]
    public void GetBase_IsSureUnlessTheFormIsAlsoAnotherWord(string form, string? found, string? sure)
    {
        Assert.Equal(found, IrregularForms.English.GetBase(form));
        Assert.Equal(sure, IrregularForms.English.GetSureBase(form));
    }
}
