using System.Globalization;
using System.Text;

namespace MigrantBot.Sealing;

/// <summary>Which way an envelope goes; the numbers are part of the format.</summary>
enum Direction
{
    Report = 0,
    Addition = 1,
    Reply = 2,

    /// <summary>From a moderator to all who hold the case.</summary>
    Note = 3,

    /// <summary>An unfinished answer, from a moderator to the same; the envelope's id is theirs.</summary>
    Draft = 4,
}

/// <summary>Where an envelope belongs. It is sealed in, so an envelope moved to another report or direction does not open.</summary>
sealed record Binding(string ReportId, string EnvelopeId, Direction Direction)
{
    const char Separator = '|';

    /// <summary>The associated data of the body and of every sealed key: <c>mb1|report|envelope|direction</c>.</summary>
    public byte[] ToBytes() =>
        Encoding.ASCII.GetBytes(string.Join(Separator, "mb1", Plain(ReportId), Plain(EnvelopeId), ((int)Direction).ToString(CultureInfo.InvariantCulture)));

    /// <summary>True for letters and digits: an id from outside that is anything else cannot belong to an envelope of ours.</summary>
    public static bool IsId(string text) => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Two bindings must never give the same bytes.</summary>
    static string Plain(string id) => IsId(id)
        ? id
        : throw new ArgumentException($"An id in an envelope is letters and digits only, not '{id}'.");
}
