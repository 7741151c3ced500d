using System.Security.Cryptography;
using Dapper;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Custody;

/// <summary>A root key of the test, which signs what it is given, also what no verb would.</summary>
sealed class SigningRoot : IDisposable
{
    readonly ECDsa root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    StoredList? last;

    public RootKey Key => RootKey.Of(root);

    public static Listed Of(Moderator row) => new(row.Id, row.BoxKey, row.SignKey, [.. row.Languages.Split(' ').Order(StringComparer.Ordinal)]);

    public static Listed Recovery(ECDiffieHellman pair) => new(Listed.Recovery, P256.PublicKeyOf(pair), [], []);

    /// <summary>The list that follows the one before.</summary>
    public StoredList Next(params IReadOnlyList<Listed> recipients) =>
        last = Sign(new((last?.Version ?? 0) + 1, last is null ? "" : RecipientList.HashOf(last.Body), recipients));

    public StoredList Sign(RecipientList list) => Sign(list.Version, list.Write());

    public StoredList Sign(long version, byte[] body) => new() { Version = version, Body = body, Signature = RootKey.Sign(root, body) };

    public void Dispose() => root.Dispose();
}

/// <summary>What somebody does who can write to the database, past every check.</summary>
static class ByHand
{
    public static Task<int> Put(this Database database, StoredList list) => database.Meddle(
        "INSERT INTO recipient_lists (version, body, signature, loaded_on) VALUES (@Version, @Body, @Signature, '2026-11-20')", list);

    public static Task<int> Meddle(this Database database, string sql, object? with = null) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(sql, with, transaction), CancellationToken.None);
}
