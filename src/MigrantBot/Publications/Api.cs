using System.Collections.Frozen;
using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>What NGOs fetch by a program. It only reads, and every answer under its path is JSON or a file.</summary>
static class Api
{
    public const string Path = "/api/v1";

    /// <summary>Asked again each time; who has it already is told so in a few bytes.</summary>
    const string ForTheKey = "private, no-cache";

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    static readonly FrozenDictionary<string, string> ScopesByKind =
        FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("month", Scope.Months), KeyValuePair.Create("quarter", Scope.Quarters)]);

    static readonly Unchanged Description = Unchanged.Made(Embedded("publications/openapi.json"), "public, max-age=3600");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGroup(Path).AddEndpointFilter(ApiHeaders.ForEverybody).AddEndpointFilter(Guard).MapMethods("openapi.json", Reading, () => Description);
        var api = app.MapGroup(Path).AddEndpointFilter(ApiHeaders.ForTheKey).AddEndpointFilter(Guard);
        api.Map("{**rest}", (HttpRequest request) => Reading.Contains(request.Method, StringComparer.OrdinalIgnoreCase) ? ApiError.NotFound : ApiError.OnlyReading);
        var keyed = api.MapGroup("").AddEndpointFilter(KeyGate.Guard);
        keyed.MapMethods("publications", Reading, List);
        keyed.MapMethods("publications/{kind}/{period}.{format}", Reading, Fetch);
        keyed.MapMethods("signals", Reading, Signals);
    }

    /// <summary>Before everything: what is sent in an address is written down on the way, so a key in it is a key no more.</summary>
    internal static ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HoldsKey(context.HttpContext.Request) ? ValueTask.FromResult<object?>(ApiError.KeyInAddress) : next(context);

    static bool HoldsKey(HttpRequest request) =>
        request.Query.Any(one => one.Value.Append(one.Key).Any(text => text?.Contains(NgoKey.Start, StringComparison.OrdinalIgnoreCase) == true))
        || request.Path.Value?.Contains(NgoKey.Start, StringComparison.OrdinalIgnoreCase) == true;

    static async Task<IResult> List(Listing listing, CancellationToken cancellation) => Unchanged.Made(await listing.Write(cancellation), ForTheKey);

    static async Task<IResult> Signals(SignalList signals, HttpContext http) =>
        KeyGate.Forbids(http, Scope.Signals) ?? (IResult)Unchanged.Made(await signals.Write(http.RequestAborted), ForTheKey);

    static async Task<IResult> Fetch(string kind, string period, string format, PublicationStore publications, HttpContext http) =>
        ScopesByKind.TryGetValue(kind, out var scope) && KeyGate.Forbids(http, scope) is { } refusal
            ? refusal
            : await Downloads.Find(kind, period, format, ForTheKey, publications, http.RequestAborted);

    static byte[] Embedded(string name)
    {
        using var stream = typeof(Api).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded: look at MigrantBot.csproj.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
