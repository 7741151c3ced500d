using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MigrantBot.Tests.Emulator;

/// <summary>A request as a form in several parts, turned into what the same request would be in JSON: every value of the type that the table says.</summary>
static class BotApiForm
{
    public static async Task<Call> Read(string method, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var (json, files) = (new JsonObject(), new Dictionary<string, byte[]>());
        foreach (var (name, value) in form)
            json[name] = Typed(method, name, value.ToString());
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            files[file.Name] = bytes.ToArray();
            json[file.Name] = new JsonObject { ["file_name"] = file.FileName, ["file_size"] = file.Length };
        }
        return new Call(method, JsonSerializer.SerializeToElement(json)) { Files = files };
    }

    /// <summary>What is not of its type stays a text, and is refused as such.</summary>
    static JsonNode Typed(string method, string name, string value) =>
        BotApiTable.Methods.GetValueOrDefault(method, []).FirstOrDefault(field => field.Name == name)?.Type switch
        {
            "Integer" when long.TryParse(value, out var number) => number,
            "Boolean" when bool.TryParse(value, out var isSo) => isSo,
            _ => value,
        };
}
