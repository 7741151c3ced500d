using MigrantBot.Console;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Console;

/// <summary>The words of the console's pages.</summary>
public sealed class BooksTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "MigrantBot", "Console", "Browser");

    /// <summary>Names of keys, one by one, down to the last; a text or a function is where it ends.</summary>
    const string Keys =
        """
        async address => {
          const keys = (line, path) => line !== null && typeof line === 'object' && !Array.isArray(line) ? Object.entries(line).flatMap(([key, one]) => keys(one, `${path}/${key}`)) : [path];
          const books = Object.values(await import(address)).filter(book => book?.en && book?.ru);
          return books.flatMap(({ en, ru }) => {
            const [first, second] = [keys(en, ''), keys(ru, '')];
            return [...first.filter(key => !second.includes(key)).map(key => `${key} is not in Russian`), ...second.filter(key => !first.includes(key)).map(key => `${key} is not in English`)];
          }).filter(key => !key.startsWith('/words/'));
        }
        """;

    async Task<(Desk Desk, string Files)> Entrance()
    {
        var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.GotoAsync(ConsolePaths.Enter);
        var script = await desk.Page.Locator("script").First.GetAttributeAsync("src");
        return (desk, script![..script!.LastIndexOf('/')]);
    }

    [Fact]
    public async Task Whatever_is_said_in_one_tongue_is_said_in_the_other()
    {
        var (desk, files) = await Entrance();
        await using var _ = desk;
        var books = Directory.GetFiles(Folder, "words-*.js").Select(Path.GetFileName).ToList();
        Assert.Contains("words-queue.js", books);
        List<string> missing = [];
        foreach (var book in books)
            missing.AddRange((await desk.Page.EvaluateAsync<string[]>(Keys, $"{files}/{book}")).Select(key => $"{book}: {key}"));
        Findings.AreNone(missing);
    }

    [Fact]
    public async Task Every_name_of_the_code_list_has_a_Russian_word()
    {
        var (desk, files) = await Entrance();
        await using var _ = desk;
        await desk.Page.EvaluateAsync("localStorage.setItem('mb-tongue', 'ru')");
        await desk.Page.ReloadAsync();
        string[] names =
        [
            .. Names<Who>(), .. Names<When>(), .. Names<Region>(), .. Names<Site>(), .. Names<Actor>(), .. Names<Stage>(), .. Names<Citizenship>(),
            .. Names<RussianPassport>(), .. Names<Methods>().Where(name => name != Code.Of(Methods.None)), FacetNames.Unsaid,
        ];
        const string Latin = "async ([address, names, of]) => { const labels = await import(address); return names.filter(name => !/[а-я]/i.test(labels[of](name))); }";
        foreach (var (words, of) in new[] { (names, "word"), ([.. Names<CaseType>()], "typeOf"), ([.. Names<RegionCell>()], "cell"), ([.. Names<CaseStatus>()], "status") })
            Findings.AreNone((await desk.Page.EvaluateAsync<string[]>(Latin, new object[] { $"{files}/labels.js", words, of })).Select(name => $"{of}: {name}"));
        Findings.AreNone(await desk.Page.EvaluateAsync<string[]>(
            "async ([address, names]) => { const { valueOf } = await import(address); return names.filter(name => !/[а-я]/i.test(valueOf('deadline', name))); }",
            new object[] { $"{files}/labels.js", Names<Deadline>().ToArray() }));
    }

    static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => Code.Of(value));
}
