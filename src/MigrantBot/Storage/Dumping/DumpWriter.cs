using System.Buffers;
using System.Buffers.Binary;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage.Dumping;

/// <summary>Writes a database as one stream of bytes, a row at a time. The layout is in <c>docs/formats.md</c>.</summary>
sealed class DumpWriter(Outlet outlet)
{
    /// <summary>How each record begins.</summary>
    public const byte Table = 1, Row = 2, EndOfTable = 3, End = 4;

    readonly ArrayBufferWriter<byte> record = new();
    TableSum sum = new();

    public void Begin(IReadOnlyList<AppliedMigration> migrations)
    {
        WriteLength(migrations.Count);
        foreach (var migration in migrations)
        {
            WriteNumber(migration.Number);
            RowCode.Write(record, migration.Sha256);
        }
        Pour();
    }

    public void BeginTable(string name, IReadOnlyList<string> columns)
    {
        sum = new();
        record.Write([Table]);
        RowCode.Write(record, name);
        WriteLength(columns.Count);
        foreach (var column in columns)
            RowCode.Write(record, column);
        Pour();
    }

    public void Add(ReadOnlySpan<object> values)
    {
        RowCode.Write(record, values);
        sum.Add(record.WrittenSpan);
        outlet([Row]);
        Pour();
    }

    public void Finish()
    {
        record.Write([EndOfTable]);
        WriteNumber(sum.Rows);
        record.Write(sum.Digest);
        Pour();
    }

    public void FinishAll() => outlet([End]);

    void WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(record.GetSpan(sizeof(int)), length);
        record.Advance(sizeof(int));
    }

    void WriteNumber(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(record.GetSpan(sizeof(long)), number);
        record.Advance(sizeof(long));
    }

    void Pour()
    {
        outlet(record.WrittenSpan);
        record.Clear();
    }
}
