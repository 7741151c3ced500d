using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace MigrantBot;

/// <summary>
/// The web server's buffers, cleared before they are lent again or lie idle: its own pool leaves in them what was typed, at places that the collector
/// never moves or overwrites.
/// </summary>
sealed class ClearedBlocks : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    sealed class Pool : MemoryPool<byte>
    {
        const int BlockBytes = 4096;

        /// <summary>Four megabytes; what is returned beyond that is cleared and let go of.</summary>
        const int MostIdle = 1024;

        readonly ConcurrentBag<Block> idle = [];

        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
            return idle.TryTake(out var block) ? block.Lent() : new Block(this).Lent();
        }

        void Return(Block block)
        {
            if (idle.Count < MostIdle)
                idle.Add(block);
        }

        protected override void Dispose(bool disposing) => idle.Clear();

        sealed class Block(Pool pool) : IMemoryOwner<byte>
        {
            readonly byte[] bytes = GC.AllocateArray<byte>(BlockBytes, pinned: true);
            int isLent;

            public Memory<byte> Memory => MemoryMarshal.CreateFromPinnedArray(bytes, 0, bytes.Length);

            public Block Lent()
            {
                isLent = 1;
                return this;
            }

            public void Dispose()
            {
                if (Interlocked.Exchange(ref isLent, 0) == 0)
                    return;
                CryptographicOperations.ZeroMemory(bytes);
                pool.Return(this);
            }
        }
    }
}
