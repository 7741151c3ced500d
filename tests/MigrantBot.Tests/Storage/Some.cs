using MigrantBot.Core.Reporting;
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
