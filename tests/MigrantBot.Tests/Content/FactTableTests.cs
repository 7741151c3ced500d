using MigrantBot.Channels.WebChat;
using MigrantBot.Content;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Content;

public sealed class FactTableTests
{
    static readonly string Table = FactTable.Write(RealWords.Catalogue, RealWords.Wording);

    /// <summary>The table that stands in the repository; <c>dotnet run --no-launch-profile --project src/MigrantBot facts > docs/facts.md</c> writes it anew.</summary>
    [Fact]
    public void The_table_of_facts_is_that_of_the_data()
    {
        var written = File.ReadAllText(Path.Combine(Repository.Root, "docs", "facts.md"));
        Assert.True(written == Table, "docs/facts.md is not that of the data. Run: dotnet run --no-launch-profile --project src/MigrantBot facts > docs/facts.md");
    }

    [Fact]
    public void Every_number_that_a_language_prints_stands_in_the_row_of_its_item_beside_a_source()
    {
        var rows = Table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToLookup(line => line.Split(" | ")[0][2..]);
        foreach (var item in RealWords.Catalogue.All)
        {
            var cells = Assert.Single(rows[item.Id]).Split(" | ");
            foreach (var place in Language.All.SelectMany(language => item.WordKeys.SelectMany(key => RealWords.Wording.PlacesOf(language, key))).Distinct())
                Assert.Contains($"{place} {item.Numbers[place]}", cells[2], StringComparison.Ordinal);
            Assert.NotEmpty(cells[4]);
        }
    }

    [Fact]
    public void The_screen_of_each_row_shows_its_item()
    {
        var items = RealWords.Catalogue.All.ToDictionary(item => item.Id);
        foreach (var cells in Table.Split('\n').Where(line => line.Contains("| `/", StringComparison.Ordinal)).Select(line => line.Split(" | ")))
        {
            var (item, parts) = (items[cells[0][2..]], cells[3].Trim('`').Split('/', 3));
            var place = Places.Read(WebAddress.Code(parts[1], parts[2]), RealWords.Catalogue);
            var screen = Dialogue.Answer(place, new Incoming.Opened(), null, new(RealWords.Catalogue, RealWords.Today, true, UInt128.One) { ReceiptOf = _ => Receipt.Of(0) }).Screen;
            Assert.True(screen.Lines.Select(line => line.Key).Intersect(item.WordKeys).Any(), $"{cells[3]} does not show {item.Id}.");
        }
    }

    [Fact]
    public void Every_telephone_number_stands_in_the_row_of_its_contact() => Assert.All(
        RealWords.Catalogue.Contacts.SelectMany(contact => contact.Phones.Select(phone => (contact.Id, Phone: phone))),
        one => Assert.Contains(Table.Split('\n'), line => line.StartsWith($"| {one.Id} | ", StringComparison.Ordinal) && line.Contains(one.Phone, StringComparison.Ordinal)));
}
