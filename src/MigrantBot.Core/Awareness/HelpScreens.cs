using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>Who can help: by citizenship, each with its source and the month in which it was last seen.</summary>
public static class HelpScreens
{
    const int ContactsOnAPage = 2;

    public static Screen Countries(AwarenessPlace.Help at, Catalogue catalogue) =>
        new(at, [new(LineStyle.Heading, "help.question"), new(LineStyle.Text, "help.honest")],
        [
            .. Enum.GetValues<Country>().Where(country => catalogue.ContactsOf(country).Count > 0)
                .Select(country => new Button($"country.{Code.Of(country)}", new AwarenessPlace.Contacts(at.Language, country, 0))),
            .. catalogue.ContactsOf(null).Count > 0
                ? [new Button("help.everybody", new AwarenessPlace.Contacts(at.Language, null, 0))]
                : Array.Empty<Button>(),
        ]);

    public static Screen Contacts(AwarenessPlace.Contacts at, Catalogue catalogue)
    {
        var page = Page.Of(catalogue.ContactsOf(at.Country), at.Page, ContactsOnAPage);
        return new(
            at with { Page = page.Number },
            [.. page.Items.SelectMany(Lines), new(LineStyle.Source, "help.may-be-old")],
            [
                .. page.Items.SelectMany(Buttons),
                .. page.More ? [new Button("button.more", at with { Page = page.Number + 1 })] : Array.Empty<Button>(),
            ])
        {
            Back = page.Number > 0 ? at with { Page = page.Number - 1 } : new AwarenessPlace.Help(at.Language),
        };
    }

    static IEnumerable<Line> Lines(Contact contact)
    {
        yield return new(LineStyle.Heading, $"contact.{contact.Id}.name", contact.Arguments);
        yield return new(LineStyle.Text, $"contact.{contact.Id}.note", contact.Arguments);
        if (contact.Phones.Count > 0)
            yield return new(LineStyle.Sentence, "contact.phones", ("phones", new Argument.Several([.. contact.Phones.Select(phone => (Argument)phone)], "\n")));
        foreach (var line in contact.SourceLines().Take(1))
            yield return line;
    }

    static IEnumerable<Button> Buttons(Contact contact)
    {
        foreach (var phone in contact.Phones)
            yield return new(new Line(LineStyle.Text, "button.copy-phone", ("phone", phone)), new Target.Copy(phone));
        if (contact.Site is { } site)
            yield return new(new Line(LineStyle.Text, "button.open-site", ("site", site.Host)), new Target.Link(site));
    }
}
