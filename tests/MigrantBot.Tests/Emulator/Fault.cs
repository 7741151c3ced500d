namespace MigrantBot.Tests.Emulator;

/// <summary>Something that goes wrong with one call, on demand.</summary>
abstract record Fault
{
    Fault() { }

    public sealed record Refuse(int Code, string Description, int? RetryAfter = null) : Fault;

    /// <summary>The connection breaks. <paramref name="IsDone"/>: only after the call was done.</summary>
    public sealed record Cut(bool IsDone = false) : Fault;

    /// <summary>No answer ever comes. <paramref name="IsDone"/>: though the call was done.</summary>
    public sealed record Silence(bool IsDone = false) : Fault;

    /// <summary>An answer that is no JSON, as a gateway in trouble gives.</summary>
    public sealed record Gibberish : Fault;

    public static Fault Flood(int seconds) => new Refuse(429, $"Too Many Requests: retry after {seconds}", seconds);

    public static readonly Fault Blocked = new Refuse(403, "Forbidden: bot was blocked by the user");

    public static readonly Fault ServerError = new Refuse(502, "Bad Gateway");
}
