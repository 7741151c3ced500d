using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting;

public sealed class DisguisedNumbersTests
{
    [Theory]
    [InlineData("восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь", "[номер]")]
    [InlineData("номер восемь девять один шесть 123 45 67 вечером", "номер [номер] вечером")]
    [InlineData("to‘qson bir, bir yuz yigirma uch, qirq besh, oltmish yetti", "[номер]")]
    [InlineData("тўқсон бир бир юз йигирма уч қирқ беш олтмиш етти", "[номер]")]
    [InlineData("навад ду ҳафтсаду ҳафтоду ҳафт ҳаштоду ҳашт наваду нуҳ", "[номер]")]
    [InlineData("токсон беш эки жүз он үч кырк беш алтымыш", "[номер]")]
    [InlineData("сегіз жеті жүз бір екі үш төрт бес алты", "[номер]")]
    [InlineData("eight nine one six one two three", "[номер]")]
    [InlineData("восемьдевятьодиншестьодиндва", "[номер]")]
    [InlineData("8😀916😀123😀45😀67", "[номер]")]
    [InlineData("8916\n123\n45\n67", "[номер]")]
    [InlineData("8,916,123,45,67", "[номер]")]
    [InlineData("8 потом 916 потом 123 потом 45 67", "[номер]")]
    [InlineData("8 моя 916 любимая 123 мама 45 и 67", "[номер]")]
    [InlineData("8 9l6 l23 45 67", "[номер]")]
    [InlineData("89I6З2З4567", "[номер]")]
    [InlineData("вoсемь девять oдин шесть семь три", "[номер]")]
    [InlineData("машина А123ВС77", "машина [номер]")]
    [InlineData("mashina 01A123BC", "mashina [номер]")]
    [InlineData("ул. Навои, дом 5, кв. 12", "ул. Навои, [номер]")]
    [InlineData("Чилонзор ko‘chasi 15-uy, 34-xonadon", "Чилонзор ko‘chasi [номер]")]
    [InlineData("мой телеграм ali_2020", "мой [контакт]")]
    [InlineData("почта ali собака яндекс точка ру", "почта [контакт]")]
    [InlineData("rustam точка ali собака gmail точка com", "[контакт]")]
    [InlineData("t[.]me/ali и vk.соm/ali", "[контакт] и [контакт]")]
    public void A_number_or_account_in_disguise_is_masked(string told, string shown) => Assert.Equal(shown, Scrub(told));

    [Theory]
    [InlineData("обещали двести тысяч рублей, потом триста")]
    [InlineData("в две тысячи двадцать втором году")]
    [InlineData("икки юз минг сўм, беш юз эллик минг")]
    [InlineData("500 000 (беш юз минг) сўм")]
    [InlineData("нам было двадцать, двадцать пять и тридцать лет")]
    [InlineData("дали сто, двести, триста рублей")]
    [InlineData("12.05 14:30 и 14:30 12.05.2024")]
    [InlineData("2022\n2023\n2024")]
    [InlineData("5 000, 10 000, 7 500")]
    [InlineData("1,500,000 сум")]
    [InlineData("обещали 200 000 в месяц")]
    [InlineData("в/ч 12345 и в/ч 54321")]
    [InlineData("12 мая 2024 в 14 часов 3 человека")]
    [InlineData("бирга, иккинчи, учинчи; он и она, а сад цветёт")]
    public void Evidence_in_words_stays(string told) => Assert.Equal(told, Scrub(told));

    static string Scrub(string told) => Scrubber.Scrub(new Words(told)).Reveal();
}
