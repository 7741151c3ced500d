using System.Buffers;
using System.Security.Cryptography;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage.Dumping;

/// <summary>Reads what <see cref="DumpWriter"/> wrote, a row at a time. What is not that is an <see cref="InvalidDataException"/>.</summary>
sealed class DumpReader(Inlet inlet)
{
    const int MostMigrations = 10_000;
    const int MostColumns = 1_000;

    readonly ArrayBufferWriter<byte> record = new();
    object[] values = [];

    /// <summary>Of the table that is being read, as far as it was read.</summary>
    public TableSum Sum { get; private set; } = new();

    public IReadOnlyList<AppliedMigration> Begin() =>
        [.. Enumerable.Range(0, AtMost(MostMigrations)).Select(_ => new AppliedMigration { Number = RowCode.ReadNumber(inlet), Sha256 = RowCode.ReadText(inlet) })];

    /// <summary>Null after the last one.</summary>
    public (string Name, string[] Columns)? NextTable()
    {
        switch (RowCode.ReadByte(inlet))
        {
            case DumpWriter.End:
                return null;
            case DumpWriter.Table:
                var name = RowCode.ReadText(inlet);
                string[] columns = [.. Enumerable.Range(0, AtMost(MostColumns)).Select(_ => RowCode.ReadText(inlet))];
                (Sum, values) = (new(), new object[columns.Length]);
                return (name, columns);
            default:
                throw RowCode.NotOurs();
        }
    }

    /// <summary>The values of the next row, good until the one after is asked for; null after the last one of the table.</summary>
    public object[]? NextRow()
    {
        switch (RowCode.ReadByte(inlet))
        {
            case DumpWriter.Row:
                RowCode.Read(inlet, values);
                RowCode.Write(record, values);
                Sum.Add(record.WrittenSpan);
                record.Clear();
                return values;
            case DumpWriter.EndOfTable:
                Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
                var rows = RowCode.ReadNumber(inlet);
                inlet(digest);
                return Sum.Is(rows, digest) ? null : throw RowCode.NotOurs();
            default:
                throw RowCode.NotOurs();
        }
    }

    int AtMost(int most) => RowCode.ReadLength(inlet) is var count && count <= most ? count : throw RowCode.NotOurs();
}
