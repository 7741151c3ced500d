using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

public sealed class RepeatedRefusalsTests
{
    readonly RepeatedRefusals repeated = new();

    [Fact]
    public void The_first_is_told_the_same_again_is_counted_and_what_differs_is_told_at_once()
    {
        Assert.Equal(0, repeated.Tell("amina", "refused-open", "case a", 1));
        Assert.Null(repeated.Tell("amina", "refused-open", "case a", 1));
        Assert.Null(repeated.Tell("amina", "refused-open", "case a", 1));
        Assert.Equal(0, repeated.Tell("bek", "refused-open", "case a", 1));
        Assert.Equal(0, repeated.Tell("amina", "refused-role", "case a", 1));
        Assert.Equal(2, repeated.Tell("amina", "refused-open", "case b", 1));
        Assert.Null(repeated.Tell("amina", "refused-open", "case b", 1));
        Assert.Equal(1, repeated.Tell("amina", "refused-open", "case b", 2));
        Assert.Equal(0, repeated.Tell("amina", "refused-open", "case a", 2));
    }

    [Fact]
    public void Somebody_who_asks_for_ever_other_things_fills_no_more_than_a_page_an_hour()
    {
        var told = Enumerable.Range(0, 1000).Count(number => repeated.Tell("amina", "refused-open", $"case {number}", 1) is not null);

        Assert.Equal(RepeatedRefusals.MostAnHour, told);
        Assert.Equal(1000 - told, repeated.Tell("amina", "refused-open", "case 0", 2));
    }

    [Fact]
    public void What_could_not_be_written_down_is_news_again()
    {
        repeated.Tell("amina", "refused-open", "case a", 1);
        repeated.Tell("amina", "refused-open", "case a", 1);
        var untold = repeated.Tell("amina", "refused-open", "case b", 1);

        repeated.Untell("amina", "refused-open", "case b", untold!.Value);

        Assert.Equal(1, repeated.Tell("amina", "refused-open", "case b", 1));
    }
}
