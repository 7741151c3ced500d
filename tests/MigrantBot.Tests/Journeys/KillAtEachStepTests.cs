using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Emulator;

namespace MigrantBot.Tests.Journeys;

/// <summary><c>kill -9</c> at every step of a report, and Telegram gives again what was not confirmed: one report for each that was sent.</summary>
public sealed partial class KillAtEachStepTests
{
    static readonly string[] Answers = ["sendMessage", "editMessageText", "answerCallbackQuery", "deleteMessages", "deleteMessage"];

    public enum Moment
    {
        /// <summary>It is dead when the person acts, and alive again later.</summary>
        BeforeTheUpdate,

        /// <summary>It has the update, its effects are stored, and the answer is on its way but never arrives.</summary>
        BeforeTheAnswer,

        /// <summary>The person sees the answer; that the update is done was never said.</summary>
        AfterTheAnswer,
    }

    [Theory]
    [InlineData(Moment.BeforeTheUpdate)]
    [InlineData(Moment.BeforeTheAnswer)]
    [InlineData(Moment.AfterTheAnswer)]
    public async Task Killed_at_every_step_it_takes_one_report_and_closes_it(Moment moment)
    {
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        foreach (var step in Ways.Report)
            person.SeesAfter(step, await Killed(premises, person, step, moment));

        var told = Assert.Single(await premises.Told());
        Assert.Contains(Ways.Scrubbed, told, StringComparison.Ordinal);
        Assert.Equal(1, await premises.Reports());
        Assert.Empty(premises.Telegram.Violations);
    }

    [Fact]
    public async Task Killed_while_it_stores_it_stores_once_after_the_restart()
    {
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await person.Goes(Ways.Report.SkipLast(1));

        Posted sent;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(premises.Folder, "data/migrantbot.db")}"))
        {
            await other.OpenAsync();
            await using var locking = other.BeginTransaction(deferred: false);
            sent = Ways.Report[^1].Do(person);
            await Eventually.True(
                () => premises.Telegram.Calls.Count(call => call.Method == "getUpdates" && call.Request.TryGetProperty("offset", out var offset) && offset.GetInt64() == sent.Id) > 1,
                () => "The update was not taken.");
            await premises.Kill();
        }
        Assert.Equal(0, await premises.Reports());

        await premises.Start();
        person.SeesAfter(Ways.Report[^1], await sent.Done);
        Assert.Contains("\"deadline\":\"hours\"", Assert.Single(await premises.Told()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Moment.BeforeTheAnswer)]
    [InlineData(Moment.AfterTheAnswer)]
    public async Task Killed_between_what_it_does_for_a_number_and_its_answer_it_does_it_once(Moment moment)
    {
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await person.Goes([.. Ways.ToHome, .. Ways.Answering, Step.Write(Ways.Told, "preview.heading")]);
        await Through(Step.Press("preview.send-receipt", "paper.heading"));
        var digits = Digits().Match(person.Sees.Text).Value;
        Assert.Equal(1, await premises.Reports());

        await person.Goes(
        [
            Step.Press("paper.written", "copied.question"), Step.Write(digits, "sent.heading"), Step.Press("button.home", "home.text"),
            Step.Press("button.receipt", "receipt.question"), Step.Write(digits, "mine.standing.waiting"), Step.Press("mine.more", "more.question"),
            Step.Write("Ertalab meni harbiy qismga olib ketishadi.", "more.preview"),
        ]);
        await Through(Step.Press("more.send", "more.added"));
        Assert.Equal(1, await premises.Ask<long>("SELECT COUNT(*) FROM envelopes WHERE direction = 1"));

        await person.Goes([Step.Press("mine.withdraw", "withdraw.heading")]);
        await Through(Step.Press("withdraw.yes", "gone.heading"));
        Assert.Equal(0, await premises.Reports());
        Assert.Empty(premises.Telegram.Violations);

        async Task Through(Step step) => person.SeesAfter(step, await Killed(premises, person, step, moment));
    }

    [Fact]
    public async Task Killed_while_somebody_types_more_words_it_keeps_them_before_him_until_they_are_with_his_report()
    {
        const string More = "Ertalab olib ketishadi.";
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await person.Goes([.. Ways.ToHome, .. Ways.Answering, Step.Write(Ways.Told, "preview.heading"), Step.Press("preview.send-receipt", "paper.heading")]);
        var digits = Digits().Match(person.Sees.Text).Value;
        await person.Goes(
        [
            Step.Press("paper.written", "copied.question"), Step.Write(digits, "sent.heading"), Step.Press("button.home", "home.text"),
            Step.Press("button.receipt", "receipt.question"), Step.Write(digits, "mine.standing.waiting"), Step.Press("mine.more", "more.question"),
        ]);

        var typing = Step.Write(More, "hint.lost");
        person.SeesAfter(typing, await Killed(premises, person, typing, Moment.BeforeTheUpdate));
        Assert.Contains(More, person.Sees.Screen.Text, StringComparison.Ordinal);
        Assert.Empty(person.Sees.FromPerson);
        await person.Goes([Step.Press("preview.belongs", "receipt.question"), Step.Write(digits, "more.preview")]);
        var adding = Step.Press("more.send", "more.added");
        person.SeesAfter(adding, await Killed(premises, person, adding, Moment.BeforeTheUpdate));

        Assert.Equal((1L, 1L), (await premises.Reports(), await premises.Ask<long>("SELECT COUNT(*) FROM envelopes WHERE direction = 1")));
        Assert.Empty(person.Sees.FromPerson);
        Assert.Empty(premises.Telegram.Violations);
    }

    [Fact]
    public async Task Two_taps_at_once_and_a_tap_on_the_old_screen_after_a_restart_send_one_report()
    {
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await person.Goes(Ways.Report.SkipLast(1));
        var preview = person.Sees.Screen;
        var (send, closing) = (person.Say("preview.send"), Ways.Report[^1]);

        var taps = new[] { person.Phone.Presses(preview, send), person.Phone.Presses(preview, send) };
        foreach (var tap in taps)
            person.SeesAfter(closing, await tap.Done);
        await premises.Kill();
        await premises.Start();
        person.SeesAfter(closing, await person.Phone.Presses(preview, send).Done);

        Assert.Equal(1, await premises.Reports());
        Assert.Empty(premises.Telegram.Violations);
    }

    [Fact]
    public async Task A_second_report_of_the_same_person_is_a_second_report()
    {
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await person.Goes(Ways.Report);
        await person.Goes([Step.Press("button.home", "home.text"), .. Ways.Answering, .. Ways.Sending]);
        Assert.Equal(2, await premises.Reports());
    }

    static async Task<Seen> Killed(Premises premises, Migrant person, Step step, Moment moment)
    {
        if (moment == Moment.BeforeTheUpdate)
        {
            await premises.Kill();
            var waiting = step.Do(person);
            await premises.Start();
            return await waiting.Done;
        }
        foreach (var method in Answers)
            premises.Telegram.Fails(method, new Fault.Silence(IsDone: moment == Moment.AfterTheAnswer), times: 10);
        var calls = premises.Telegram.CallsFromNow();
        var posted = step.Do(person);
        var shows = person.Say(step.Shows);
        await Eventually.True(
            () => calls().Any(call => call.Method is "sendMessage" or "editMessageText")
                && (moment == Moment.BeforeTheAnswer || person.Sees.FromBot.LastOrDefault()?.Text.Contains(shows, StringComparison.Ordinal) is true),
            () => $"No answer to “{step.Does}” was on its way:\n{premises.Log}");
        await premises.Kill();
        premises.Telegram.Recovers();
        await premises.Start();
        return await posted.Done;
    }

    [GeneratedRegex(@"\d{4}( \d{4}){4}")]
    private static partial Regex Digits();
}
