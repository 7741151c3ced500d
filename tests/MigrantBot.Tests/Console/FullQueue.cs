using Dapper;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Console;

/// <summary>A queue as it is on an ordinary day: of every kind a few.</summary>
static class FullQueue
{
    public const int Rows = 14;

    static readonly (int DaysAgo, string Language, Facets Facets)[] Told =
    [
        (0, "uz", new() { Methods = Methods.Violence | Methods.DocumentsTaken, Deadline = Deadline.Hours, Region = Region.Moscow, Stage = Stage.Pressed }),
        (3, "tg", new() { Methods = Methods.CriminalCase, Deadline = Deadline.Hours, Region = Region.NorthWest }),
        (4, "ky", new() { Stage = Stage.AtFront, When = When.Month, Region = Region.WarZone, Methods = Methods.Deception }),
        (1, "uz-Cyrl", new() { Methods = Methods.Deportation, When = When.Today, Region = Region.Volga }),
        (6, "ru", new() { Methods = Methods.PapersRefused, Deadline = Deadline.Days, Region = Region.FarEast, Stage = Stage.Signed }),
        (2, "uz", new() { Methods = Methods.PlantedEvidence, Region = Region.Central, Stage = Stage.Refused }),
        (0, "kk", new() { Methods = Methods.ForgedSignature, Deadline = Deadline.Days, Region = Region.Urals }),
        (12, "tg", new() { Methods = Methods.DebtOrWages, Deadline = Deadline.None, Region = Region.South }),
        (1, "uz", new() { Methods = Methods.MoneyPromised, Region = Region.OutsideRussia }),
        (5, "ru", new()),
        (1, "uz", new() { Stage = Stage.InUnit, When = When.Now, Region = Region.Siberia, Methods = Methods.DocumentsTaken }),
        (9, "ky", new() { Stage = Stage.Returned, Methods = Methods.MoneyPromised, Region = Region.Moscow, Deadline = Deadline.None }),
        (0, "tg", new() { Methods = Methods.Violence, Deadline = Deadline.Hours, Region = Region.Moscow }),
        (0, "uz", new() { Methods = Methods.Deception, Region = Region.Moscow }),
    ];

    /// <summary>Tells all of it; the last two came in a flood. Gives the ids in this order.</summary>
    public static async Task<IReadOnlyList<string>> Tell(ConsoleHost host)
    {
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        List<string> ids = [];
        foreach (var (daysAgo, language, facets) in Told)
            ids.Add(await host.Report(facets, "Words of nobody in particular.", language, today.AddDays(-daysAgo)));
        await host.Database.Write(async (connection, transaction) =>
        {
            foreach (var (id, flood) in ids.TakeLast(2).Zip([1, 2]))
                await connection.ExecuteAsync(
                    "UPDATE reports SET flood = @flood WHERE id = @id; UPDATE queue SET flood = @flood WHERE report_id = @id", new { id, flood }, transaction);
            return true;
        }, CancellationToken.None);
        return ids;
    }
}
