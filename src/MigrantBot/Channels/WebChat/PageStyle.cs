using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Channels.WebChat;

/// <summary>The style of all pages: inside each page, so that one request is enough, and allowed by its hash alone.</summary>
static class PageStyle
{
    internal static readonly string Css = Read();

    internal static readonly string Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";

    static string Read()
    {
        using var resource = typeof(PageStyle).Assembly.GetManifestResourceStream("webchat/style.css")
            ?? throw new InvalidOperationException("style.css is not in the assembly: look at EmbeddedResource in MigrantBot.csproj.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
