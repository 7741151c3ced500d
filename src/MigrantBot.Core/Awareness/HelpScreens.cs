using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>Who can help: by citizenship, then by where one is; each with its source, the month in which it was last seen, and its age.</summary>
static class HelpScreens
{
    const int ContactsOnAPage = 2;

    /// <summary>In some other part of Russia.</summary>
    const int Far = 3;

    internal static Screen Areas(AwarenessPlace.Help at, Catalogue catalogue, DateOnly today)
    {
        var offices = catalogue.ContactsOf(at.Reader.Citizenship, today);
        return new(at, [new(LineStyle.Heading, "help.where"), new(LineStyle.Text, "help.honest")],
        [
            .. Enum.GetValues<Area>().Where(area => offices.Any(office => office.Areas.Contains(area)))
                .Select(area => new Button($"region.{Code.Of(area)}", new AwarenessPlace.Offices(at.Reader, area))),
            new("help.elsewhere", new AwarenessPlace.Offices(at.Reader, null)),
        ])
        {
            Back = new AwarenessPlace.Help(at.Language),
        };
    }

    /// <summary>Offices of the area first, then those in Moscow, to which one can always turn, then whoever has no place of its own.</summary>
    internal static Screen Offices(AwarenessPlace.Offices at, Catalogue catalogue, DateOnly today)
    {
        var offices = catalogue.ContactsOf(at.Reader.Citizenship, today);
        var near = offices.Where(office => at.Area is null || Distance(office, at.Area) < Far).OrderBy(office => Distance(office, at.Area));
        var page = Page.Of([.. near], at.Page, ContactsOnAPage);
        return Contacts(at with { Page = page.Number }, page, number => at with { Page = number }, new AwarenessPlace.Help(at.Reader),
            new Button("help.everybody", new AwarenessPlace.Organisations(at.Reader)), today);
    }

    internal static Screen Organisations(AwarenessPlace.Organisations at, Catalogue catalogue, DateOnly today)
    {
        var page = Page.Of(catalogue.ContactsOf(null, today), at.Page, ContactsOnAPage);
        return Contacts(at with { Page = page.Number }, page, number => at with { Page = number }, new AwarenessPlace.Help(at.Reader), null, today);
    }

    static int Distance(Contact office, Area? from) =>
        from is { } area && office.Areas.Contains(area) ? 0
        : office.Areas.Contains(Area.Moscow) ? 1
        : office.Areas.Count == 0 ? 2
        : Far;

    static Screen Contacts(Place at, Page<Contact> page, Func<int, Place> turn, Place back, Button? last, DateOnly today) =>
        new(
            at,
            [
                .. page.Items.SelectMany(contact => Lines(contact, today)),
                Age(page.Items, today),
            ],
            [
                .. page.Items.SelectMany(Buttons),
                .. page.More ? [new Button("button.more", turn(page.Number + 1))] : Array.Empty<Button>(),
                .. last is null ? Array.Empty<Button>() : [last],
            ])
        {
            Back = page.Number > 0 ? turn(page.Number - 1) : back,
        };

    /// <summary>What to know of the age of these contacts, said once; the old ones bear a mark.</summary>
    static Line Age(IReadOnlyList<Contact> contacts, DateOnly today) =>
        contacts.Count == 0 ? new(LineStyle.Source, "help.none")
        : contacts.Any(contact => contact.IsOld(today)) ? Dated.OldLine(contacts.Min(contact => contact.ReviewBy))
        : new(LineStyle.Source, "help.may-be-old");

    static IEnumerable<Line> Lines(Contact contact, DateOnly today)
    {
        yield return contact.IsOld(today)
            ? new(LineStyle.Heading, "help.old-contact", ("name", new Argument.Word(contact.Key("name"))))
            : new(LineStyle.Heading, contact.Key("name"), contact.Arguments);
        if (contact.HasWarning)
            yield return new(LineStyle.Text, contact.Key("warning"), contact.Arguments);
        yield return new(LineStyle.Text, contact.Key("note"), contact.Arguments);
        if (contact.Phones.Count > 0)
            yield return new(LineStyle.Sentence, "contact.phones", ("phones", new Argument.Several([.. contact.Phones.Select(phone => (Argument)phone)], "\n")));
        // A lawyer reads laws, not telephone numbers.
        yield return contact.OriginLine;
    }

    static IEnumerable<Button> Buttons(Contact contact)
    {
        foreach (var phone in contact.Phones)
            yield return new(new Line(LineStyle.Text, "button.copy-phone", ("phone", phone)), new Target.Copy(phone));
        if (contact.Site is { } site)
            yield return new(new Line(LineStyle.Text, "button.open-site", ("site", site.Host)), new Target.Link(site));
    }
}
