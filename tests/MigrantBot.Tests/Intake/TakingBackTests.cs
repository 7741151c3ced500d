using System.Text;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Intake;

public sealed class TakingBackTests
{
    static readonly Language Uzbek = Language.UzbekLatin;

    [Fact]
    public async Task No_byte_of_what_a_person_takes_back_is_left_in_the_files_when_the_screen_says_that_it_is_gone()
    {
        await using var home = await IntakeHome.Open();
        var sent = await home.Press(new ReportPlace.Send(Uzbek, new(60, new() { Who = Who.Self }), WithReceipt: true), chat: 7);
        var receipt = Receipt.Read(sent.Covered!.Reveal())!;
        var traces = await Ask<string>(home, "SELECT receipt_lookup FROM reports") is { } lookup
            ? new[] { lookup, Encoding.Latin1.GetString((await Ask<byte[]>(home, "SELECT body FROM envelopes"))!.AsSpan(100, 32)) }
            : [];
        Assert.All(traces, trace => Assert.True(Stands(home, trace)));

        var gone = await home.Press(new ReceiptPlace.Gone(Uzbek, receipt), chat: 7);

        Assert.Equal("gone.heading", gone.Lines[0].Key);
        Assert.Equal(2, traces.Length);
        Assert.All(traces, trace => Assert.False(Stands(home, trace)));
    }

    static Task<T?> Ask<T>(IntakeHome home, string sql) => home.Database.Read(connection => connection.ExecuteScalarAsync<T>(sql), CancellationToken.None);

    static bool Stands(IntakeHome home, string trace)
    {
        var file = Ask<string>(home, "SELECT file FROM pragma_database_list").GetAwaiter().GetResult()!;
        return new[] { file, $"{file}-wal" }.Where(File.Exists).Any(one =>
        {
            using var stream = new FileStream(one, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd().Contains(trace, StringComparison.Ordinal);
        });
    }
}
