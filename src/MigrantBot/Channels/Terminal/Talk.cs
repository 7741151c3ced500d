using System.Globalization;
using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Texts;

namespace MigrantBot.Channels.Terminal;

/// <summary>The same screens in a terminal, for developers, translators and lawyers: a number presses a button, anything else is typed.</summary>
sealed class Talk(Conversations conversations, Editions editions, TextReader input, TextWriter output)
{
    /// <summary>One person, one conversation: the key of its memory.</summary>
    static readonly ChatKey Chat = ChatKey.Of(0);

    Edition edition = editions.Newest();
    IReadOnlyList<Fault> told = [];

    /// <summary>Goes on until the input ends.</summary>
    public async Task Run(string? language, CancellationToken cancellation)
    {
        var screen = await Answer(new(new Incoming.Command("start", language ?? "")) { Chat = Chat }, cancellation);
        while (true)
        {
            await Show(screen);
            if (await input.ReadLineAsync(cancellation) is not { } line)
                break;
            screen = await Turn(screen, line, cancellation);
        }
        await output.WriteLineAsync(edition.Wording.Say(screen.Place.Language, "terminal.bye"));
    }

    async Task<Screen> Turn(Screen screen, string line, CancellationToken cancellation)
    {
        var before = edition;
        edition = editions.Newest();
        await TellFaults();
        switch (Pressed(screen, line.Trim()))
        {
            case Target.To to:
                return await Open(to.Place, screen, cancellation);
            case null when line.Trim().Length > 0:
                return await Answer(new(new Incoming.Typed(new Words(line))) { Chat = Chat }, cancellation);
            case { } elsewhere:
                await Print(elsewhere);
                break;
        }
        // The same screen once more; made anew where the words or facts that it was made of are no longer those that show it.
        return edition == before ? screen : await Open(screen.Place, screen, cancellation);
    }

    Task<Screen> Open(Place place, Screen from, CancellationToken cancellation) =>
        Answer(new(new Incoming.Opened()) { Chat = Chat, Code = PlaceCode.Write(place), Told = from.Quote }, cancellation);

    Task<Screen> Answer(Asked asked, CancellationToken cancellation) => conversations.Answer(asked, edition.Catalogue, cancellation);

    /// <summary>Once for each set of faults, however often the same files are looked at.</summary>
    async Task TellFaults()
    {
        if (editions.Faults == told)
            return;
        told = editions.Faults;
        if (told.Count > 0)
            await output.WriteLineAsync($"\nYour change is not shown yet. Mend this, save, then press Enter:\n{string.Join('\n', Fault.Lines(told))}");
    }

    static Target? Pressed(Screen screen, string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? ScreenWriting.Buttons(screen).ElementAtOrDefault(number - 1)?.Target
            : null;

    Task Print(Target target) => output.WriteLineAsync(target switch
    {
        Target.Link link => link.Address.AbsoluteUri,
        Target.Copy copy => copy.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    });

    async Task Show(Screen screen)
    {
        await output.WriteAsync(ScreenWriting.Write(screen, edition));
        await output.FlushAsync(CancellationToken.None);
    }
}
