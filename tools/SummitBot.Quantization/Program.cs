using System.Reflection;
using Google.Protobuf;
using Onnx;
using SummitBot.Quantization;

if (args is not [string package, string prefix, string folder])
{
    await Console.Error.WriteLineAsync("Usage: SummitBot.Quantization PACKAGE.dll RESOURCE_PREFIX FOLDER");
    return 2;
}

Directory.CreateDirectory(folder);
Assembly resources = Assembly.LoadFrom(Path.GetFullPath(package));
foreach (string name in new[] { "vocab.txt", "model.onnx" })
{
    using Stream? resource = resources.GetManifestResourceStream(prefix + name);
    if (resource is null)
    {
        await Console.Error.WriteLineAsync(
            $"{package} has no resource {prefix}{name}: another version of the package?"
        );
        return 1;
    }

    // Moved into place when complete, so that an interrupted build leaves no partial model.
    string file = Path.Combine(folder, name);
    string part = file + ".part";
    await using (FileStream output = File.Create(part))
    {
        if (Path.GetExtension(name) == ".onnx")
        {
            ModelProto model = ModelProto.Parser.ParseFrom(resource);
            ModelQuantizer.Quantize(model);
            model.WriteTo(output);
        }
        else
        {
            await resource.CopyToAsync(output);
        }
    }

    File.Move(part, file, overwrite: true);
}

return 0;
