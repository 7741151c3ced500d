using System.Net;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>A browser without script, without memory: what it sends is what the page holds.</summary>
static class PageClient
{
    public static async Task<PageReader> Page(this HttpClient http, string address) => new(await http.GetStringAsync(new Uri(address, UriKind.Relative)));

    public static Task<HttpResponseMessage> Send(this HttpClient http, params (string Name, string? Value)[] fields) => http.PostAsync(
        new Uri("/chat", UriKind.Relative),
        new FormUrlEncodedContent(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!))));

    /// <summary>Presses a button of the page, with something in the box or not.</summary>
    public static async Task<PageReader> Press(this HttpClient http, PageReader page, string code, string? typed = null) =>
        await Read(await http.Send(("told", page.Told), ("words", typed), ("to", code)));

    /// <summary>Writes into the box and presses its button.</summary>
    public static async Task<PageReader> Type(this HttpClient http, PageReader page, string typed) =>
        await Read(await http.Send(("told", page.Told), ("words", typed), ("say", page.Say)));

    static async Task<PageReader> Read(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new(await answer.Content.ReadAsStringAsync());
    }
}
