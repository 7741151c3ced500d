namespace MigrantBot.Custody;

/// <summary>What a verb says, and its exit code: 0 done, 1 not done, 2 a setting or file has to be mended first.</summary>
/// <param name="Code">As above.</param>
/// <param name="Output">What may go into a file.</param>
/// <param name="Remark">What is for the person at the keyboard.</param>
sealed record Outcome(int Code, string Output, string Remark)
{
    public static Outcome Done(string output, string remark = "") => new(0, output, remark);

    public static Outcome NotDone(string why) => new(1, "", why);

    public static Outcome ToMend(string why) => new(2, "", why);
}
