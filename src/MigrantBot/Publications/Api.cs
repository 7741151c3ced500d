using System.Collections.Immutable;
using System.Text.Json;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>What NGOs fetch by a program. It only reads, and every answer under its path is JSON or a file.</summary>
static class Api
{
    public const string Path = "/api/v1";

    /// <summary>Asked again each time; who has it already is told so in a few bytes.</summary>
    const string ForTheKey = "private, no-cache";

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    static readonly Unchanged Description = Unchanged.Made(Embedded("publications/openapi.json"), "public, max-age=3600");

    internal static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path).AddEndpointFilter(Guard);
        api.MapMethods("openapi.json", Reading, () => Description);
        api.Map("{**rest}", (HttpRequest request) => Reading.Contains(request.Method, StringComparer.OrdinalIgnoreCase) ? ApiError.NotFound : ApiError.OnlyReading);
        var keyed = api.MapGroup("").AddEndpointFilter(KeyGate.Guard);
        keyed.MapMethods("publications", Reading, List);
        keyed.MapMethods("publications/{kind}/{period}.{format}", Reading, Fetch);
    }

    /// <summary>Before everything: what is sent in an address is written down on the way, so a key in it is a key no more.</summary>
    internal static ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ApiHeaders.Write(context.HttpContext.Response);
        return HoldsKey(context.HttpContext.Request) ? ValueTask.FromResult<object?>(ApiError.KeyInAddress) : next(context);
    }

    static bool HoldsKey(HttpRequest request) =>
        request.Query.Any(one => one.Value.Append(one.Key).Any(text => text?.Contains(NgoKey.Start, StringComparison.OrdinalIgnoreCase) == true))
        || request.Path.Value?.Contains(NgoKey.Start, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The newest first; of each quarter the quarter before its months.</summary>
    static async Task<IResult> List(PublicationStore publications, CancellationToken cancellation)
    {
        var errata = (await publications.Errata(cancellation)).ToLookup(one => (one.Kind, one.Period));
        var all = (await publications.All(cancellation)).OrderByDescending(one => Period.Read(one.Period));
        return Unchanged.Made(
            JsonSerializer.SerializeToUtf8Bytes(new { v = 1, publications = all.Select(one => Entry(one, errata[(one.Kind, one.Period)])) }, ApiJson.Options), ForTheKey);
    }

    static object Entry(PublicationRow one, IEnumerable<ErratumRow> errata) => new
    {
        one.Kind,
        one.Period,
        published = PublicationText.Day(one.PublishedOn),
        one.Volume,
        json = File(one, "json", one.JsonSha256),
        csv = File(one, "csv", one.CsvSha256),
        errata = errata.Select(erratum => new { day = PublicationText.Day(erratum.Day), erratum.En, erratum.Ru }),
    };

    static object File(PublicationRow one, string format, string sha256) => new { href = $"{Path}/publications/{one.Kind}/{one.Period}.{format}", sha256 };

    static async Task<IResult> Fetch(string kind, string period, string format, PublicationStore publications, HttpContext http) =>
        KindsByScope.TryGetValue(kind, out var scope) && KeyGate.Forbids(http, scope) is { } refusal
            ? refusal
            : await Downloads.Find(kind, period, format, ForTheKey, publications, http.RequestAborted);

    static ImmutableDictionary<string, string> KindsByScope { get; } =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("month", Scope.Months), KeyValuePair.Create("quarter", Scope.Quarters)]);

    static byte[] Embedded(string name)
    {
        using var stream = typeof(Api).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded: look at MigrantBot.csproj.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
