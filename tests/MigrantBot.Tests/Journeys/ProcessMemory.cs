using System.Diagnostics;
using System.Globalization;

namespace MigrantBot.Tests.Journeys;

/// <summary>A piece of a process's memory, and what the system says it is for.</summary>
sealed record MemoryRegion(string What, byte[] Bytes)
{
    /// <summary>From glibc's <c>malloc</c>: of OpenSSL, SQLite and the runtime itself, not of our code.</summary>
    public const string Native = "native";
}

/// <summary>
/// What a core dump of a process would hold: everything that it can read and that it did not merely map from a file. Read by way of <c>/proc</c> while the
/// process stands still, as the kernel lets root do and whoever has started the process; it fails loudly where the kernel does not.
/// </summary>
static class ProcessMemory
{
    const int MostAtOnce = 64 * 1024 * 1024;

    /// <summary>So much is read twice at a seam, so that nothing hides in it.</summary>
    const int Seam = 256;

    public static IReadOnlyList<MemoryRegion> Read(int process)
    {
        Signal(process, "STOP");
        try
        {
            var all = File.ReadAllLines($"/proc/{process}/maps").Select(Mapping.Parse).ToList();
            var regions = all.Select((mapping, at) => mapping.IsArena(all.ElementAtOrDefault(at + 1)) ? mapping with { What = MemoryRegion.Native } : mapping)
                .Where(mapping => mapping.MayHoldData).ToList();
            using var memory = Open(process);
            var read = regions.SelectMany(mapping => Read(memory, mapping)).ToList();
            return read.Any(region => region.What == MemoryRegion.Native) && read.Sum(region => (long)region.Bytes.Length) > 8 * 1024 * 1024
                ? read
                : throw new InvalidOperationException($"Only {read.Count} regions of process {process} could be read; a whole process has more.");
        }
        finally
        {
            Signal(process, "CONT");
        }
    }

    static FileStream Open(int process)
    {
        try
        {
            return new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new InvalidOperationException("The memory of the bot cannot be read. Run the tests as root, or where /proc/sys/kernel/yama/ptrace_scope is 0 or 1.", refused);
        }
    }

    static IEnumerable<MemoryRegion> Read(FileStream memory, Mapping mapping)
    {
        for (var at = mapping.From; at < mapping.To; at += MostAtOnce - Seam)
        {
            var bytes = new byte[Math.Min(MostAtOnce, mapping.To - at)];
            memory.Position = at;
            var length = 0;
            for (int count; length < bytes.Length && (count = Read(memory, bytes, length, mapping)) > 0; length += count) { }
            if (length < bytes.Length && !mapping.IsOfFile)
                throw new InvalidOperationException($"Of {bytes.Length} bytes of {mapping.What} only {length} could be read.");
            yield return new MemoryRegion(mapping.What, bytes);
            if (at + bytes.Length >= mapping.To)
                break;
        }
    }

    /// <summary>Nothing lies where a file has become shorter than what is mapped of it, as SQLite's index of its log does; anything else must be there.</summary>
    static int Read(FileStream memory, byte[] bytes, int at, Mapping mapping)
    {
        try
        {
            return memory.Read(bytes, at, bytes.Length - at);
        }
        catch (IOException) when (mapping.IsOfFile)
        {
            return 0;
        }
        catch (IOException unreadable)
        {
            throw new InvalidOperationException($"{mapping} cannot be read, {at} bytes from where it was tried.", unreadable);
        }
    }

    static void Signal(int process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        if (kill.ExitCode != 0)
            throw new InvalidOperationException($"SIG{name} did not reach process {process}.");
    }

    /// <summary>A line of <c>/proc/PID/maps</c>: <c>from-to rights offset device inode what</c>.</summary>
    sealed record Mapping(long From, long To, string Rights, string What)
    {
        /// <summary>So much glibc reserves for each of its arenas, at a multiple of it.</summary>
        const long Arena = 64 * 1024 * 1024;

        public bool IsArena(Mapping? next) =>
            What == "[heap]" || (What == "anonymous" && From % Arena == 0 && (To - From == Arena || (next is { Rights: "---p" } rest && rest.From == To && rest.To == From + Arena)));

        /// <summary>Code and read-only files hold what was on the disk; the kernel's own pages cannot be read.</summary>
        public bool MayHoldData => Rights[0] == 'r' && What is not ("[vvar]" or "[vvar_vclock]" or "[vsyscall]" or "[vdso]") && !(What.StartsWith('/') && Rights[1] != 'w' && File.Exists(What));

        public bool IsOfFile => What.StartsWith('/');

        public static Mapping Parse(string line)
        {
            var parts = line.Split(' ', 6, StringSplitOptions.TrimEntries);
            var ends = parts[0].Split('-');
            return new Mapping(Address(ends[0]), Address(ends[1]), parts[1], parts.Length > 5 && parts[5].Length > 0 ? parts[5] : "anonymous");
        }

        static long Address(string hexadecimal) => long.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
