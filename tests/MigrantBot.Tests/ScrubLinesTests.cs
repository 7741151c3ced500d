namespace MigrantBot.Tests;

public sealed class ScrubLinesTests
{
    static async Task<(bool IsWhole, string[] Shown, string[] Faults)> Run(params string[] lines)
    {
        using var shown = new StringWriter();
        using var faults = new StringWriter();
        using var told = new StringReader(string.Join('\n', lines));
        var isWhole = await ScrubLines.Run(told, shown, faults);
        return (isWhole, Lines(shown), Lines(faults));
    }

    static string[] Lines(StringWriter written) => written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task Each_text_comes_back_masked_with_its_id_and_without_names()
    {
        var (isWhole, shown, faults) = await Run(
            """{"id":"a","lang":"ru","text":"звоните 89161234567, спросите Петрова Ивана"}""",
            "",
            """{"id":"b","lang":"uz","text":"o‘zim \"bordim\" \n12.05.2024","more":1}""");
        Assert.True(isWhole);
        Assert.Empty(faults);
        Assert.Equal(["""{"id":"a","masked":"звоните [номер], спросите [имя]"}""", """{"id":"b","masked":"o‘zim \"bordim\" \n12.05.2024"}"""], shown);
    }

    [Fact]
    public async Task A_mark_that_an_editor_put_before_the_first_line_loses_no_text()
    {
        var (isWhole, shown, _) = await Run("\uFEFF{\"id\":\"a\",\"text\":\"да\"}");
        Assert.True(isWhole);
        Assert.Equal(["""{"id":"a","masked":"да"}"""], shown);
    }

    [Theory]
    [InlineData("not json", "this is no JSON")]
    [InlineData("[1]", "this is JSON but no object")]
    [InlineData("""{"id":1,"text":"a"}""", "\"id\" is missing or is no string")]
    [InlineData("""{"id":"a"}""", "\"text\" is missing or is no string")]
    [InlineData("""{"id":"a","text":"\ud800"}""", "\"text\" is missing or is no string")]
    [InlineData("{\"id\":\"a\",", "this is no JSON")]
    public async Task A_line_that_cannot_be_read_is_named_and_loses_no_other(string broken, string why)
    {
        var (isWhole, shown, faults) = await Run("""{"id":"a","text":"да"}""", broken, """{"id":"c","text":"нет"}""");
        Assert.False(isWhole);
        Assert.Equal(["""{"id":"a","masked":"да"}""", """{"id":"c","masked":"нет"}"""], shown);
        Assert.StartsWith($"Line 2: {why}", Assert.Single(faults), StringComparison.Ordinal);
    }
}
