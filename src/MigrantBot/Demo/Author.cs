using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;
using Recipient = MigrantBot.Sealing.Recipient;

namespace MigrantBot.Demo;

/// <summary>Seals invented words as the bot and the browsers of moderators do.</summary>
sealed class Author(IReadOnlyList<Member> members, Pepper pepper, Random dice)
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The receipt of a report with this secret.</summary>
    public Receipt ReceiptOf(UInt128 secret) => Receipt.Of(DraftKeys.ReceiptNumber(pepper, secret));

    /// <summary>A secret for a draft.</summary>
    public UInt128 Secret() => new((ulong)dice.NextInt64(), (ulong)dice.NextInt64());

    public SealedReport Report(UInt128 secret, Tale tale, string words)
    {
        var id = DraftKeys.ReportId(pepper, secret);
        var (urgency, reason) = Core.Moderation.Urgency.Of(tale.Facets);
        using var keys = tale.WithReceipt ? ReceiptKeys.Derive(pepper, ReceiptOf(secret).Reveal()) : null;
        return new()
        {
            Id = id,
            ReceivedOn = tale.Day,
            Language = tale.Language.Code,
            Urgency = urgency,
            UrgencyReason = reason,
            Facets = tale.Facets,
            ReceiptLookup = keys?.Lookup,
            ReporterKey = keys?.PublicKey,
            Envelope = Seal(ReportText.Write(new Report(new(secret, tale.Facets), tale.Language, new(words))), new(id, Id(), Direction.Report), tale.Day, []),
        };
    }

    public SealedEnvelope Addition(SealedReport to, Tale tale, string words, DateOnly day) =>
        Seal(ReportText.Write(tale.Language, new(words)), new(to.Id, Id(), Direction.Addition), day, []);

    /// <summary>An answer or a note, signed by its author.</summary>
    public SealedEnvelope Signed(Direction direction, SealedReport to, Member by, string words, DateOnly day, string? act = null)
    {
        var binding = new Binding(to.Id, Id(), direction);
        IReadOnlyList<Recipient> reporter = direction == Direction.Reply ? [new(SealedEnvelope.Reporter, to.ReporterKey!)] : [];
        var envelope = Seal(JsonSerializer.SerializeToUtf8Bytes(new { v = 1, text = words }, Plain), binding, day, reporter);
        return envelope with { Author = by.Id, Signature = AuthorSignature.Sign(by.Sign, binding, envelope.Body), Act = act };
    }

    SealedEnvelope Seal(byte[] text, Binding binding, DateOnly day, IReadOnlyList<Recipient> besides)
    {
        var made = Envelope.Seal(text, binding, [.. besides, .. members.Select(one => new Recipient(one.Id, one.Row.BoxKey))], RandomNumberGenerator.Fill);
        return Sealer.Of(binding, made.Body, [.. made.Keys.Select(key => new SealedKey { RecipientId = key.RecipientId, Key = key.SealedKey })], day);
    }

    string Id()
    {
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
