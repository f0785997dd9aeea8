using System.Text;
using System.Text.Json;
using CsCheck;

namespace SummitBot.Tests.Bot.Hosting;

/// <summary>Activities as channels send them, with values and bytes gone, doubled or strange.</summary>
internal static class ActivityMutations
{
    private static readonly string[] Samples =
    [
        """{"type":"message","text":"<at>Test Bot</at> who met? <b>x</b>","id":"0a68","from":{"id":"u","name":"Alex"},"timestamp":"2026-11-24T03:00:00Z","localTimezone":"UTC","serviceUrl":"http://localhost:1/_connector","conversation":{"conversationType":"personal","id":"41fd","isGroup":false},"recipient":{"id":"b","name":"Test Bot"},"textFormat":"plain","locale":"en-US","entities":[{"type":"mention","mentioned":{"id":"b","name":"Test Bot"},"text":"<at>Test Bot</at>"},{"type":"clientInfo","locale":"en-US"}],"attachments":[{"contentType":"text/html","content":"<blockquote itemtype=\"http://schema.skype.com/Reply\">a</blockquote>b"}],"channelData":{"tenant":{"id":"t"}},"channelId":"msteams"}""",
        """{"type":"conversationUpdate","id":"1","from":{"id":"u"},"serviceUrl":"http://localhost:1/","conversation":{"id":"41fd"},"recipient":{"id":"b"},"membersAdded":[{"id":"u"},{"id":"b"}],"membersRemoved":null,"channelId":"msteams"}""",
        """{"type":"invoke","name":"message/submitAction","serviceUrl":"http://localhost:1/","conversation":{"id":"41fd"},"from":{"id":"u"},"recipient":{"id":"b"},"channelId":"msteams","value":{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"good\"}"}}}""",
        """{"type":"messageReaction","id":"2","serviceUrl":"http://localhost:1/","conversation":{"id":"41fd"},"from":{"id":"u"},"recipient":{"id":"b"},"channelId":"msteams","replyToId":"1","reactionsAdded":[{"type":"like"}],"reactionsRemoved":[]}""",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "-1",
        "1e400",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "[]",
        "[null]",
        "{}",
        "{\"type\":\"mention\"}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "\"2026-99-99\"",
        "\"<at>\"",
    ];

    /// <summary>A sample with one to four of its values gone or strange, and, one time in four, with damaged bytes.</summary>
    public static readonly Gen<byte[]> Gen =
        from sample in CsCheck.Gen.Int[0, Samples.Length - 1]
        from values in CsCheck.Gen.Select(Position, Position).Array[1, 4]
        from isDamaged in CsCheck.Gen.Int[0, 3]
        from damage in CsCheck.Gen.Select(CsCheck.Gen.Int[0, 4], Position, Position).Array[1, 3]
        select isDamaged == 0
            ? damage.Aggregate(WithValues(Samples[sample], values), Damage)
            : WithValues(Samples[sample], values);

    private static Gen<int> Position => CsCheck.Gen.Int[0, 10_000];

    private static byte[] WithValues(string sample, (int Place, int Value)[] changes)
    {
        foreach ((int place, int value) in changes)
        {
            (int start, int end)[] values = GetValues(sample);
            (int from, int to) = values[place % values.Length];
            sample = $"{sample[..from]}{Values[value % Values.Length]}{sample[to..]}";
        }

        return Encoding.UTF8.GetBytes(sample);
    }

    /// <summary>Where the values of all properties and list items stand, the whole of a list or an object too.</summary>
    private static (int Start, int End)[] GetValues(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 1_000 });
        var open = new Stack<int>();
        var values = new List<(int, int)>();
        while (reader.Read())
        {
            int start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(start);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    values.Add((open.Pop(), (int)reader.BytesConsumed));
                    break;
                case not JsonTokenType.PropertyName:
                    values.Add((start, (int)reader.BytesConsumed));
                    break;
            }
        }

        return [.. values];
    }

    private static byte[] Damage(byte[] body, (int Kind, int At, int What) damage)
    {
        if (body.Length == 0)
        {
            return body;
        }

        (int kind, int at, int what) = (damage.Kind, damage.At % body.Length, damage.What);
        return kind switch
        {
            0 => [.. body[..at], (byte)what, .. body[(at + 1)..]],
            1 => [.. body[..at], .. body[Math.Min(body.Length, at + 1 + (what % 20))..]],
            2 => [.. body[..at], .. body[(what % body.Length)..]],
            3 => body[..at],
            _ => [.. body, .. body[at..]],
        };
    }
}
