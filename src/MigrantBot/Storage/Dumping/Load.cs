using System.Buffers;
using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage.Dumping;

/// <summary>Fills an empty database from a dump, in the schema that the dump was made in, and then brings it to that of this program.</summary>
/// <param name="database">The transaction as a database: what is not whole leaves nothing.</param>
/// <param name="connection">Of the transaction.</param>
/// <param name="transaction">As above.</param>
sealed class Load(OneTransaction database, DbConnection connection, DbTransaction transaction)
{
    public async Task Fill(DumpReader dump, CancellationToken cancellation)
    {
        var migrations = Of(dump.Begin(), Migration.Embedded());
        await Migrator.Migrate(database, migrations, cancellation);
        HashSet<string> filled = [];
        while (dump.NextTable() is var (name, columns))
            if (DumpTable.Kept.Any(table => table.Name == name) && filled.Add(name))
                await Fill(dump, name, columns, cancellation);
            else
                throw RowCode.NotOurs();
        if (DumpTable.Kept.Any(table => table.Since <= migrations[^1].Number && !filled.Contains(table.Name)))
            throw RowCode.NotOurs();
        await Migrator.Migrate(database, cancellation);
    }

    /// <summary>The steps of this program by which a database became what it was; others than these cannot be restored here.</summary>
    public static IReadOnlyList<Migration> Of(IReadOnlyList<AppliedMigration> applied, IReadOnlyList<Migration> known) =>
        applied.Count > known.Count
            ? throw new InvalidDataException("was made by a newer version of this program. Restore it with that version.")
            : applied.Count > 0 && applied.Zip(known).All(pair => (pair.First.Number, pair.First.Sha256) == (pair.Second.Number, pair.Second.Sha256))
                ? [.. known.Take(applied.Count)]
                : throw new InvalidDataException("is of a database with other migrations than this program's. Restore it with the version that made it.");

    async Task Fill(DumpReader dump, string name, string[] columns, CancellationToken cancellation)
    {
        await using (var empty = await Dump.Open(connection, transaction, $"SELECT * FROM {name} WHERE 1 = 0", cancellation))
            if (!Dump.Columns(empty).SequenceEqual(columns))
                throw RowCode.NotOurs();
        // A migration may have put rows there that the dump has too.
        await connection.ExecuteAsync($"DELETE FROM {name}", transaction: transaction);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
        foreach (var index in Enumerable.Range(0, columns.Length))
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            insert.Parameters.Add(parameter);
        }
        while (dump.NextRow() is { } row)
        {
            foreach (var index in Enumerable.Range(0, row.Length))
                insert.Parameters[index].Value = row[index];
            await insert.ExecuteNonQueryAsync(cancellation);
        }
        if (!(await SumOf(name, cancellation)).Is(dump.Sum.Rows, dump.Sum.Digest))
            throw new InvalidDataException($"holds rows of the table {name} that this database does not keep as they are. Nothing was restored; try the other kind of database (Database__Provider).");
    }

    /// <summary>What the database has made of the rows.</summary>
    async Task<TableSum> SumOf(string name, CancellationToken cancellation)
    {
        var (sum, record) = (new TableSum(), new ArrayBufferWriter<byte>());
        await using var rows = await Dump.Open(connection, transaction, $"SELECT * FROM {name}", cancellation);
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync(cancellation))
        {
            rows.GetValues(values);
            RowCode.Write(record, values);
            sum.Add(record.WrittenSpan);
            record.Clear();
        }
        return sum;
    }
}
