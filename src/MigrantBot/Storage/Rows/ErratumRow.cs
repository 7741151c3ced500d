using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Storage.Rows;

/// <summary>What was wrong with a publication, in words.</summary>
sealed record ErratumRow
{
    public string Id { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Period { get; init; } = "";
    public DateOnly Day { get; init; }
    public string En { get; init; } = "";
    public string Ru { get; init; } = "";

    /// <summary>How the audit calls it: by letters of the hash of its words.</summary>
    public string Mark => $"{Kind} {Period} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Day:yyyy-MM-dd}\n{En}\n{Ru}")))[..AuditChain.NotedLetters]}";
}
