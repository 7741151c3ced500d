using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Moderation;

public sealed class UrgencyTests
{
    public static TheoryData<Facets, int, string> Table => new()
    {
        { new Facets(), 2, "unsaid.unsaid" },
        { new Facets { Methods = Methods.Violence, Deadline = Deadline.Hours }, 20, "violence.hours" },
        { new Facets { Methods = Methods.Violence | Methods.MoneyPromised, Deadline = Deadline.Days }, 15, "violence.days" },
        { new Facets { Methods = Methods.PlantedEvidence | Methods.DebtOrWages, When = When.Now }, 16, "planted-evidence.now" },
        { new Facets { Methods = Methods.DocumentsTaken, When = When.Today }, 9, "documents-taken.today" },
        { new Facets { Stage = Stage.AtFront, Methods = Methods.Violence }, 10, "at-front.unsaid" },
        { new Facets { Stage = Stage.Missing, Deadline = Deadline.None }, 5, "missing.none" },
        { new Facets { Stage = Stage.InUnit, Deadline = Deadline.Days }, 12, "in-unit.days" },
        { new Facets { Stage = Stage.Pressed, Methods = Methods.Deportation, Deadline = Deadline.Hours }, 16, "deportation.hours" },
        { new Facets { Stage = Stage.Returned, Methods = Methods.Deception, When = When.Earlier, Deadline = Deadline.None }, 2, "returned.none" },
        { new Facets { Stage = Stage.Deported, Deadline = Deadline.None }, 1, "deported.none" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Urgency_is_danger_times_time_left_and_names_both(Facets facets, int score, string reason) =>
        Assert.Equal((score, reason), Urgency.Of(facets));

    [Fact]
    public void Every_stage_and_method_has_a_weight_within_the_scale()
    {
        var facets = Enum.GetValues<Stage>().Select(stage => new Facets { Stage = stage, Deadline = Deadline.Hours })
            .Concat(Enum.GetValues<Methods>().Select(method => new Facets { Methods = method, Deadline = Deadline.Hours }));
        Assert.All(facets, some => Assert.InRange(Urgency.Of(some).Score, 1, Urgency.Most));
    }

    [Fact]
    public void A_named_deadline_outweighs_when_it_happened() =>
        Assert.Equal((5, "violence.none"), Urgency.Of(new Facets { Methods = Methods.Violence, When = When.Now, Deadline = Deadline.None }));
}
