using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting;

public class DraftCodeTests
{
    [Fact]
    public void Every_draft_survives_its_code()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var draft = new Draft(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()), AnyFacets(random));
            Assert.Equal(draft, DraftCode.Read(DraftCode.Write(draft)));
        }
    }

    [Fact]
    public void The_largest_of_everything_fits()
    {
        var facets = new Facets
        {
            Who = Who.Witness, When = When.Earlier, Region = Region.OutsideRussia, Site = Site.HomeCountry, Actor = Actor.Other, Methods = (Methods)1023,
            Stage = Stage.Deported, Citizenship = Citizenship.Other, RussianPassport = RussianPassport.No, Deadline = Deadline.None,
        };

        Assert.Equal(new Draft(UInt128.MaxValue, facets), DraftCode.Read(DraftCode.Write(new(UInt128.MaxValue, facets))));
    }

    [Fact]
    public void Values_beyond_the_code_list_are_refused()
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        foreach (var first in Letters)
            foreach (var last in Letters)
            {
                var code = $"{first}AAA{last}AA";
                var facets = DraftCode.ReadFacets(code);
                Assert.True(facets is null || DraftCode.WriteFacets(facets) == code, code);
            }
        Assert.Null(DraftCode.ReadFacets("_______"));
    }

    static Facets AnyFacets(Random random)
    {
        T? Any<T>() where T : struct, Enum => random.Next(3) == 0 ? null : random.GetItems(Enum.GetValues<T>(), 1)[0];
        return new()
        {
            Who = Any<Who>(), When = Any<When>(), Region = Any<Region>(), Site = Any<Site>(), Actor = Any<Actor>(), Methods = (Methods)random.Next(1024),
            Stage = Any<Stage>(), Citizenship = Any<Citizenship>(), RussianPassport = Any<RussianPassport>(), Deadline = Any<Deadline>(),
        };
    }
}
