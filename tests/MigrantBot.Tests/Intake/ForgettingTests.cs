using System.Runtime.CompilerServices;
using MigrantBot.Intake;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Intake;

public sealed class ForgettingTests
{
    [Fact]
    public async Task Words_whose_time_is_over_leave_the_process_though_nobody_writes()
    {
        await using var intake = await IntakeHome.Open();
        var words = await Tell(intake);
        using var forgetting = new Forgetting(intake.Conversations, intake.Limits, intake.Time);
        await forgetting.StartAsync(CancellationToken.None);

        intake.Time.Advance(TimeSpan.FromMinutes(29));
        GC.Collect();
        Assert.True(words.IsAlive);

        await Eventually.True(
            () =>
            {
                intake.Time.Advance(TimeSpan.FromMinutes(1));
                return !words.IsAlive;
            },
            () => "The words are still in memory.");
        await forgetting.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Who_sent_a_report_yesterday_leaves_the_process_though_nobody_sends_any()
    {
        await using var intake = await IntakeHome.Open();
        intake.Limits.Submitted("report", ChatKey.Of(7), null);
        using var forgetting = new Forgetting(intake.Conversations, intake.Limits, intake.Time);
        await forgetting.StartAsync(CancellationToken.None);
        intake.Time.Advance(TimeSpan.FromHours(14));
        Assert.Equal((1, 1), intake.Limits.Known);

        await Eventually.True(
            () =>
            {
                intake.Time.Advance(TimeSpan.FromHours(1));
                return intake.Limits.Known == (0, 0);
            },
            () => "Yesterday is still in memory.");
        await forgetting.StopAsync(CancellationToken.None);
    }

    /// <summary>Apart, so that the test itself holds nothing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static async Task<WeakReference> Tell(IntakeHome intake)
    {
        await intake.Press(IntakeHome.Telling(1), chat: 7);
        return new WeakReference((await intake.Type("Ular pasportimni olishdi.", chat: 7)).Quote);
    }
}
