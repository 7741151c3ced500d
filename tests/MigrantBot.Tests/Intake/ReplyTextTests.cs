using System.Text;
using System.Text.Json;
using MigrantBot.Intake;

namespace MigrantBot.Tests.Intake;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("""{"v":1,"text":"Ничего не подписывайте."}""", "Ничего не подписывайте.")]
    [InlineData("""{"text":" \"так\"\n ","v":1,"later":[1]}""", " \"так\"\n ")]
    public void What_a_moderator_wrote_comes_back(string json, string text) => Assert.Equal(text, Read(json)?.Reveal());

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"v":2,"text":"a"}""")]
    [InlineData("""{"v":1.5,"text":"a"}""")]
    [InlineData("""{"v":"1","text":"a"}""")]
    [InlineData("""{"v":1,"text":""}""")]
    [InlineData("""{"v":1,"text":" \n "}""")]
    [InlineData("""{"v":1,"text":5}""")]
    [InlineData("""{"v":1,"text":null}""")]
    [InlineData("""{"v":1,"text":"\ud800"}""")]
    [InlineData("""{"v":1,"text":"a"} """ + "\0")]
    public void Anything_else_is_not_a_reply(string json) => Assert.Null(Read(json));

    [Fact]
    public void Bytes_that_are_no_text_are_not_a_reply() =>
        Assert.Null(ReplyText.Read((byte[])[.. """{"v":1,"text":" """u8, 0xff, 0xfe, .. "\"}"u8]));

    [Fact]
    public void Two_thousand_characters_are_the_most()
    {
        Assert.Equal(2000, Read(JsonSerializer.Serialize(new { v = 1, text = new string('ў', 2000) }))?.Length);
        Assert.Null(Read(JsonSerializer.Serialize(new { v = 1, text = new string('ў', 2001) })));
    }

    static Core.Exchange.Words? Read(string json) => ReplyText.Read(Encoding.UTF8.GetBytes(json));
}
