using System.Net;
using MigrantBot.Tests.Channels.WebChat;

namespace MigrantBot.Tests.Publications;

/// <summary>A process that has not the role of publications.</summary>
public sealed class RoleTests(SharedWebHost shared) : IClassFixture<SharedWebHost>
{
    [Theory]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/v1/publications")]
    [InlineData("/publications/month/2026-10.json")]
    public async Task Without_their_role_nothing_of_publications_is_served(string address)
    {
        using var http = shared.Host.Client();
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }
}
