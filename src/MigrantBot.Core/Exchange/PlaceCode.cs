namespace MigrantBot.Core.Exchange;

/// <summary>An address taken apart but not yet understood: the features know which screens exist.</summary>
public sealed record Address(Reader Reader, string Screen, IReadOnlyList<string> Details);

/// <summary>
/// A place as at most 64 bytes of ASCII (Telegram's limit for <c>callback_data</c>): version, reader, path.
/// Reading is strict and never throws: what is not exactly an address of this version is null.
/// </summary>
public static class PlaceCode
{
    public const int MostBytes = 64;
    const string Version = "1";

    /// <summary>The code with these parts, whether or not there is such a place.</summary>
    public static string Of(string reader, string path) => $"{Version}.{reader}.{path}";

    public static string Write(Place place)
    {
        var code = Of(place.Reader.Code, place.Path);
        return code.Length <= MostBytes && code.All(IsAllowed)
            ? code
            : throw new InvalidOperationException($"The address of {place.GetType().Name} is not {MostBytes} bytes of plain ASCII.");
    }

    public static Address? Read(string? code)
    {
        if (code is null || code.Length > MostBytes || !code.All(IsAllowed))
            return null;
        return code.Split('.') is [Version, var reader, { Length: > 0 } screen, .. var details] && Reader.Find(reader) is { } known
            ? new Address(known, screen, details)
            : null;
    }

    static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}
