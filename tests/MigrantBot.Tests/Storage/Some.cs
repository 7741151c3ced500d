using Microsoft.Extensions.Logging.Abstractions;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>Some valid rows.</summary>
static class Some
{
    public static SealedReport Report(string id = "report-1", string envelope = "envelope-1") => new()
    {
        Id = id,
        ReceivedOn = new DateOnly(2026, 3, 9),
        Language = "uz-Cyrl",
        Urgency = 70,
        UrgencyReason = "violence, hours",
        Facets = new Facets { Who = Who.Relative, When = When.Today, Methods = Methods.Violence | Methods.DocumentsTaken, RussianPassport = RussianPassport.No },
        Envelope = new SealedEnvelope
        {
            Id = envelope,
            ReportId = id,
            Direction = 0,
            Day = new DateOnly(2026, 3, 9),
            Body = [1, 2, 0, 255],
            Keys = [new SealedKey { RecipientId = "m-1", Key = [7] }, new SealedKey { RecipientId = "recovery", Key = [8, 8] }],
        },
    };

    /// <summary>A report whose reporter can come back with <paramref name="lookup"/>.</summary>
    public static SealedReport ReportWithReceipt(string id = "report-1", string envelope = "envelope-1", string lookup = "lookup-1") =>
        Report(id, envelope) with { ReceiptLookup = lookup, ReporterKey = [4, 9] };

    public static SealedEnvelope Addition(string id = "addition-1", string report = "report-1", params string[] recipients) => new()
    {
        Id = id,
        ReportId = report,
        Direction = 1,
        Day = new DateOnly(2026, 3, 12),
        Body = [1, 3],
        Keys = [.. (recipients is [] ? ["m-1"] : recipients).Select(recipient => new SealedKey { RecipientId = recipient, Key = [9] })],
    };

    public static SealedEnvelope Reply(string id = "reply-01-first", string report = "report-1", string author = "m-1") => new()
    {
        Id = id,
        ReportId = report,
        Direction = SealedEnvelope.Reply,
        Day = new DateOnly(2026, 3, 10),
        Body = [1, 5],
        Keys = [new SealedKey { RecipientId = SealedEnvelope.Reporter, Key = [6] }, new SealedKey { RecipientId = author, Key = [7] }],
        Author = author,
        Signature = [2, 2],
    };

    public static SealedEnvelope Note(string id = "note-01", string report = "report-1", string author = "m-1", string act = "note") => new()
    {
        Id = id,
        ReportId = report,
        Direction = SealedEnvelope.Note,
        Day = new DateOnly(2026, 3, 10),
        Body = [1, 6],
        Keys = [new SealedKey { RecipientId = author, Key = [7] }],
        Author = author,
        Signature = [3, 3],
        Act = act,
    };

    /// <summary>Without a root key.</summary>
    public static Roster Trial(Database database) =>
        new(new ModeratorStore(database), new RecipientListStore(database), new RosterOptions(null), NullLogger<Roster>.Instance);

    public static Moderator Administrator(string id = "a-1", string handle = "zarina") => new()
    {
        Id = id,
        Handle = handle,
        Role = MigrantBot.Storage.Rows.Moderator.AdministratorRole,
        CreatedOn = new DateOnly(2026, 2, 1),
    };

    public static Passkey Passkey(string credential = "credential-1", string owner = "m-1") => new()
    {
        CredentialId = credential,
        ModeratorId = owner,
        Label = "laptop",
        Data = [1, 2],
        CreatedOn = new DateOnly(2026, 2, 1),
    };

    public static Moderator Moderator(string id = "m-1", string handle = "amina") => new()
    {
        Id = id,
        Handle = handle,
        BoxKey = [4, 1],
        SignKey = [4, 2],
        WrappedKeys = [3],
        KdfSalt = [5],
        KdfIterations = 600_000,
        Languages = "uz uz-Cyrl ru",
        CreatedOn = new DateOnly(2026, 2, 1),
    };
}
