using MigrantBot.Core.Moderation;

namespace MigrantBot.Core.Tests.Moderation;

public sealed class RetentionTests
{
    static readonly DateOnly Begin = new(2026, 1, 1);

    static readonly Aging Opened = new(CaseStatus.Open, Begin, Begin, IsOpened: true, WarnedOn: null);
    static readonly Aging Unopened = Opened with { IsOpened = false };

    static Fate On(int day, Aging report) => Retention.Of(report, Begin.AddDays(day));

    [Theory]
    [InlineData(CaseStatus.Open, 180)]
    [InlineData(CaseStatus.Waiting, 180)]
    [InlineData(CaseStatus.Accepted, 90)]
    [InlineData(CaseStatus.Rejected, 90)]
    [InlineData(CaseStatus.Duplicate, 90)]
    [InlineData(CaseStatus.Closed, 90)]
    public void A_report_is_kept_to_the_last_day_promised_and_not_a_day_longer(CaseStatus status, int days)
    {
        var report = Opened with { Status = status };

        Assert.Equal(Begin.AddDays(days), Retention.KeptUntil(status, Begin));
        Assert.Equal((Fate.Keep, Fate.Delete), (On(days, report), On(days + 1, report)));
    }

    [Fact]
    public void Age_counts_from_the_last_activity() =>
        Assert.Equal((Fate.Keep, Fate.Delete), (On(200, Opened with { ActiveOn = Begin.AddDays(20) }), On(201, Opened with { ActiveOn = Begin.AddDays(20) })));

    [Fact]
    public void A_text_younger_than_two_weeks_keeps_its_report_whatever_else_is_said()
    {
        var report = Opened with { NewestOn = Begin.AddDays(300), WarnedOn = Begin };

        Assert.Equal((Fate.Keep, Fate.Delete), (On(314, report), On(315, report)));
    }

    [Theory]
    [InlineData(CaseStatus.Open, 181)]
    [InlineData(CaseStatus.Rejected, 91)]
    public void What_nobody_has_opened_is_not_deleted_before_a_warning(CaseStatus status, int due)
    {
        Assert.Equal(Fate.Keep, On(due - 1, Unopened with { Status = status }));
        Assert.Equal(Fate.Warn, On(due, Unopened with { Status = status }));
        Assert.Equal(Fate.Warn, On(due + 1000, Unopened with { Status = status }));
    }

    [Fact]
    public void The_warning_stands_for_two_weeks()
    {
        var warned = Unopened with { WarnedOn = Begin.AddDays(181) };

        Assert.Equal((Fate.Warn, Fate.Warn, Fate.Delete), (On(181, warned), On(195, warned), On(196, warned)));
    }

    [Fact]
    public void What_was_opened_while_the_warning_stood_goes_by_its_age() =>
        Assert.Equal(Fate.Delete, On(185, Opened with { WarnedOn = Begin.AddDays(181) }));

    [Fact]
    public void Days_at_the_end_of_the_calendar_are_days_too()
    {
        Assert.Equal(DateOnly.MaxValue, Retention.KeptUntil(CaseStatus.Open, DateOnly.MaxValue));
        Assert.Equal(Fate.Keep, Retention.Of(Opened with { ActiveOn = DateOnly.MaxValue }, DateOnly.MaxValue));
        Assert.Equal(Fate.Keep, Retention.Of(Opened, DateOnly.MinValue));
    }
}
