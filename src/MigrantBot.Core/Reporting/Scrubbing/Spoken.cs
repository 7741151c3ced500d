namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Counts the digits of a number while it is said: "nine hundred sixteen" are three, "nine, one, six" are three as well.</summary>
sealed class Spoken
{
    NumberWord open;

    public int Digits { get; private set; }

    /// <summary>The numbers that it is said as: two in "nine hundred sixteen, five".</summary>
    public int Groups { get; private set; }

    public int Words { get; private set; }
    public bool HasThousand { get; private set; }

    public void Write(int digits) => (Digits, Groups, open) = (Digits + digits, Groups + 1, NumberWord.None);

    public void Pause() => open = NumberWord.None;

    public void Say(NumberWord word)
    {
        Words++;
        HasThousand |= word == NumberWord.Thousand;
        var isOn = (open, word) is (NumberWord.Hundred, NumberWord.Ten or NumberWord.Teen or NumberWord.Unit) or (NumberWord.Ten, NumberWord.Unit);
        if (open == NumberWord.Unit && word == NumberWord.Hundreds)
            Digits += 2;
        else if (!isOn)
            (Digits, Groups) = (Digits + LengthOf(word), Groups + 1);
        open = word switch
        {
            NumberWord.Hundreds => NumberWord.Hundred,
            NumberWord.Unit when isOn => NumberWord.Teen,
            _ => word,
        };
    }

    static int LengthOf(NumberWord word) => word switch
    {
        NumberWord.Unit => 1,
        NumberWord.Ten or NumberWord.Teen => 2,
        _ => 3,
    };
}
