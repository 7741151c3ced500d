using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Journeys;

/// <summary>The hunts go on side by side, since each waits for minutes: another process each, with a Telegram and a database of its own.</summary>
public sealed class Hunts : IAsyncLifetime
{
    internal Task InTelegram { get; } = MemoryHuntTests.HuntInTelegram();

    internal Task OverTls { get; } = MemoryHuntTests.HuntOverTls();

    internal Task OnTheWeb { get; } = MemoryHuntTests.HuntOnTheWeb();

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>What a hunt has found its own test tells.</summary>
    public async Task DisposeAsync() => await Task.WhenAll(InTelegram, OverTls, OnTheWeb).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

/// <summary>
/// Somebody takes the running computer: minutes after a report nothing in the memory of the process leads to the person. Token and pepper are there, and
/// must be.
/// </summary>
public sealed class MemoryHuntTests(Hunts hunts) : IClassFixture<Hunts>
{
    /// <summary>After so long the process is at rest. On a slow machine it may take longer than the two minutes that we promise.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(4);

    [Fact]
    public Task Minutes_after_a_report_in_Telegram_nothing_in_memory_leads_to_the_person() => hunts.InTelegram;

    /// <summary>OpenSSL deciphers what comes in a buffer of its own and does not clear it: there the end of an answer may lie until a longer one comes.</summary>
    [Fact]
    public Task Over_TLS_nothing_is_left_but_what_OpenSSL_keeps() => hunts.OverTls;

    [Fact]
    public Task Minutes_after_a_report_on_the_web_nothing_in_memory_leads_to_the_person() => hunts.OnTheWeb;

    internal static async Task HuntInTelegram()
    {
        await using var premises = await Premises.Open();
        await Report(premises, _ => true);
    }

    internal static async Task HuntOverTls()
    {
        await using var premises = await Premises.OpenOverTls();
        await Report(premises, region => region.What != MemoryRegion.Native);
    }

    internal static async Task HuntOnTheWeb()
    {
        await using var premises = await Premises.Open();
        await Hunted.Chats(premises);
        await Rests(premises, new Traces().Of("the words", Hunted.Marker), _ => true);
    }

    static async Task Report(Premises premises, Predicate<MemoryRegion> where)
    {
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await Hunted.Tells(person);
        var traces = Hunted.TracesOf(premises, person);

        // What is told and not yet sent has to be remembered: so the search finds what is there.
        Assert.Contains("the words, UTF-16", Found(premises, traces, where).Keys);

        await Hunted.Sends(premises, person, traces);
        await Rests(premises, traces, where);
        await person.Goes([Step.Press("button.home", "home.text")]);
    }

    static async Task Rests(Premises premises, Traces traces, Predicate<MemoryRegion> where)
    {
        IReadOnlyDictionary<string, string> found = new Dictionary<string, string>();
        await Eventually.True(
            () => Task.FromResult((found = Found(premises, traces, where)).Count == 0),
            () => $"{string.Join('\n', found.Select(one => $"{one.Key}: {one.Value}"))}\n{premises.Log}",
            within: Rest, between: TimeSpan.FromSeconds(10));
    }

    /// <summary>What is found, and where and between what it lies.</summary>
    static Dictionary<string, string> Found(Premises premises, Traces traces, Predicate<MemoryRegion> where)
    {
        var found = new Dictionary<string, string>();
        foreach (var region in ProcessMemory.Read(premises.Running.Id).Where(region => where(region)))
            foreach (var trace in traces.All.Where(trace => !found.ContainsKey(trace.What)))
                if (region.Bytes.AsSpan().IndexOf(trace.Bytes) is >= 0 and var at)
                    found[trace.What] = $"{region.What} at {at:x} of {region.Bytes.Length:x}: {Around(region.Bytes, at)}";
        return found;
    }

    static string Around(byte[] bytes, int at)
    {
        var (from, to) = (Math.Max(0, at - 160), Math.Min(bytes.Length, at + 240));
        return string.Concat(bytes[from..to].Where(one => one != 0).Select(one => one is >= 32 and < 127 ? (char)one : '.'));
    }
}
