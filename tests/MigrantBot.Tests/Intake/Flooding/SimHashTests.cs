using MigrantBot.Core.Exchange;
using MigrantBot.Intake.Flooding;

namespace MigrantBot.Tests.Intake.Flooding;

public sealed class SimHashTests
{
    const ulong Seed = 0x5EED;
    const string Story = "Вчера в отделе полиции на Садовой меня били и требовали подписать контракт, забрали паспорт и патент";

    static ulong Of(string text) => SimHash.Of(new Words(text), Seed)!.Value;

    [Fact]
    public void It_is_the_same_in_every_process() => Assert.Equal(9704133643615093378UL, Of(Story));

    [Theory]
    [InlineData("ВЧЕРА, в отделе полиции на Садовой меня били! И требовали подписать контракт; забрали паспорт и патент.")]
    [InlineData("Вчера в отделе полиции на Cадовoй мeня били и трeбовали пoдписать кoнтракт, забрали пaспoрт и пaтент")]
    [InlineData("Меня били вчера на Садовой, в отделе полиции, забрали паспорт и патент и требовали контракт подписать")]
    [InlineData("Вчера\nв отделе   полиции на Садовой меня били и требовали подписать контракт, забрали паспорт и патент 👍")]
    public void Case_punctuation_blanks_and_letters_that_look_alike_do_not_matter(string copy) => Assert.Equal(Of(Story), Of(copy));

    [Fact]
    public void Which_digits_stand_in_a_number_does_not_matter() =>
        Assert.Equal(Of("Менга 300 минг сўм ваъда қилишди, 12 июнда келинг деди"), Of("Менга 950000 минг сўм ваъда қилишди, 7 июнда келинг деди"));

    [Fact]
    public void However_an_apostrophe_is_written_the_word_is_the_same() =>
        Assert.Equal(Of("Ular menga pul va'da qilishdi, o'g'lim bor, bormayman dedim"), Of("Ular menga pul vaʼda qilishdi, oʻg‘lim bor, bormayman dedim"));

    [Theory]
    [InlineData("")]
    [InlineData("Меня заставляют подписать контракт в военкомате завтра")]
    [InlineData("… !!! 👍 ' ʼ")]
    public void Fewer_than_eight_words_are_not_compared(string text) => Assert.Null(SimHash.Of(new Words(text), Seed));

    [Fact]
    public void A_long_text_with_a_word_changed_stays_near_and_another_text_is_far()
    {
        var words = Enumerable.Range(0, 200).Select(Word).ToArray();
        var changed = words.Select((word, at) => at == 77 ? "другое" : word);
        var other = Enumerable.Range(500, 200).Select(Word);

        Assert.InRange(SimHash.Distance(Of(string.Join(' ', words)), Of(string.Join(' ', changed))), 0, 3);
        Assert.InRange(SimHash.Distance(Of(string.Join(' ', words)), Of(string.Join(' ', other))), 16, 48);
    }

    [Fact]
    public void Real_stories_of_different_people_are_far_from_each_other()
    {
        var fingerprints = Stories().Select(story => SimHash.Of(new Words(story), Seed)).OfType<ulong>().ToList();
        Assert.True(fingerprints.Count > 100, $"{fingerprints.Count} texts");
        for (var one = 0; one < fingerprints.Count; one++)
            for (var other = one + 1; other < fingerprints.Count; other++)
                Assert.True(SimHash.Distance(fingerprints[one], fingerprints[other]) > 3, $"{one}, {other}");
    }

    [Fact]
    public void Fingerprints_of_different_days_cannot_be_compared() =>
        Assert.InRange(SimHash.Distance(Of(Story), SimHash.Of(new Words(Story), Seed + 1)!.Value), 8, 56);

    /// <summary>What courts found, in seven languages: written one like the other, and none twice.</summary>
    static IEnumerable<string> Stories() =>
        Directory.GetFiles(Repository.Locales, "cases.yaml", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("    story: ", StringComparison.Ordinal));

    static string Word(int number) => new([.. $"{number * 7919}".Select(digit => (char)('а' + digit - '0'))]);
}
