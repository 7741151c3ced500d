using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting;

public sealed class ScrubberTests
{
    [Theory]
    // Phones of the five countries, as people write them.
    [InlineData("Telefonim +998901234567", "Telefonim [номер]")]
    [InlineData("Telefonim +998 90 123-45-67, kechqurun", "Telefonim [номер], kechqurun")]
    [InlineData("tel: 998(90)123.45.67", "tel: [номер]")]
    [InlineData("90 123 45 67 ga qo‘ng‘iroq qiling", "[номер] ga qo‘ng‘iroq qiling")]
    [InlineData("Рақамим 901234567", "Рақамим [номер]")]
    [InlineData("Менга 99 890 123 45 67 га телефон қилинг", "Менга [номер] га телефон қилинг")]
    [InlineData("Рақами ман +992 92 777 88 99 аст", "Рақами ман [номер] аст")]
    [InlineData("Занг занед: 992-44-600-1234", "Занг занед: [номер]")]
    [InlineData("Менин номерим 0555 12 34 56", "Менин номерим [номер]")]
    [InlineData("Чалыңыз +996 (700) 12-34-56", "Чалыңыз [номер]")]
    [InlineData("Менің нөмірім 8 701 234 56 78", "Менің нөмірім [номер]")]
    [InlineData("Хабарласыңыз: +7/777/1234567", "Хабарласыңыз: [номер]")]
    [InlineData("звоните 8 (916) 123-45-67", "звоните [номер]")]
    [InlineData("мой номер 8-916-123-45-67!", "мой номер [номер]!")]
    [InlineData("позвоните на 89161234567", "позвоните на [номер]")]
    [InlineData("тел.89161234567", "тел.[номер]")]
    [InlineData("+ 7 916 123 45 67", "[номер]")]
    [InlineData("городской 23-11-45", "городской [номер]")]
    [InlineData("8.916.123.45.67", "[номер]")]
    [InlineData("8 916  123   45  67", "[номер]")]
    // Disguises.
    [InlineData("8916\u200B123\u200D45\u206067", "[номер]")]
    [InlineData("8\u202E916\u202C123\u00AD4567", "[номер]")]
    [InlineData("８９１６１２３４５６７", "[номер]")]
    [InlineData("＋９９８ ９０ １２３ ４５ ６７", "[номер]")]
    [InlineData("٩٩٨٩٠١٢٣٤٥٦٧", "[номер]")]
    [InlineData("۹۹۲۹۲۷۷۷۸۸۹۹", "[номер]")]
    [InlineData("𝟗𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕", "[номер]")]
    [InlineData("⑨⓪①②③④⑤⑥⑦", "[номер]")]
    [InlineData("❾❶❷❸❹❺❻", "[номер]")]
    [InlineData("9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣", "[номер]")]
    [InlineData("9̶1̶6̶1̶2̶3̶4̶5̶6̶7̶", "[номер]")]
    [InlineData("8 9О1 234-О5-67", "[номер]")]
    [InlineData("+7 9О1 234 5О 67", "[номер]")]
    [InlineData("8\u00A0916\u2009123\u202F45\u300067", "[номер]")]
    [InlineData("8–916—123−45‑67", "[номер]")]
    [InlineData("8_916_123_45_67", "[номер]")]
    [InlineData("8*916*123*45*67", "[номер]")]
    [InlineData("89161234567898765432101234567", "[номер]")]
    // Documents, cards, accounts, cars, places on a map.
    [InlineData("Pasport AA1234567", "Pasport [номер]")]
    [InlineData("pasport aa 1234567", "pasport aa [номер]")]
    [InlineData("Паспорт АА № 1234567", "Паспорт [номер]")]
    [InlineData("PINFL 31234567890123", "PINFL [номер]")]
    [InlineData("ПИНИ: 21404198512345", "ПИНИ: [номер]")]
    [InlineData("паспорт ID1234567", "паспорт [номер]")]
    [InlineData("жеке куәлік N12345678", "жеке куәлік [номер]")]
    [InlineData("ЖСН 900514300123", "ЖСН [номер]")]
    [InlineData("шиноснома А01234567", "шиноснома [номер]")]
    [InlineData("паспорт 45 08 № 123456", "паспорт [номер]")]
    [InlineData("паспорт 4508 123456", "паспорт [номер]")]
    [InlineData("СНИЛС 112-233-445 95", "СНИЛС [номер]")]
    [InlineData("ИНН 7707083893", "ИНН [номер]")]
    [InlineData("karta 8600 1234 5678 9012", "karta [номер]")]
    [InlineData("счёт KZ86125KZT5004100100", "счёт [номер]")]
    [InlineData("машина А123ВС777", "машина [номер]")]
    [InlineData("патент 77 № 2400123456", "патент [номер]")]
    [InlineData("дом на карте 55.755826, 37.617300", "дом на карте [номер], [номер]")]
    [InlineData("дело 1-234/2024", "дело [номер]")]
    [InlineData("жетон В-123456", "жетон [номер]")]
    [InlineData("адрес 192.168.10.254", "адрес [номер]")]
    // A number beside evidence.
    [InlineData("12.05.2024 89161234567", "12.05.2024 [номер]")]
    [InlineData("89161234567 12.05.2024 15 000 руб", "[номер] 12.05.2024 15 000 руб")]
    [InlineData("8 916 123 45 67 руб", "[номер] руб")]
    [InlineData("AA1234567 сум", "[номер] сум")]
    [InlineData("+992 123 456 сомони", "[номер] сомони")]
    [InlineData("12.05.2024.89161234567", "[номер]")]
    public void A_number_that_may_lead_to_a_person_is_masked(string told, string shown) => Assert.Equal(shown, Scrub(told));

    [Theory]
    [InlineData("пишите t.me/ali_2020", "пишите [контакт]")]
    [InlineData("yozing: https://t.me/joinchat/AAAA?x=1 tez", "yozing: [контакт] tez")]
    [InlineData("telegram.me/ali", "[контакт]")]
    [InlineData("t . me / ali", "[контакт]")]
    [InlineData("tg://resolve?domain=ali", "[контакт]")]
    [InlineData("менинг @ali_uz", "менинг [контакт]")]
    [InlineData("ёзинг:@ali_uz.", "ёзинг:[контакт].")]
    [InlineData("почта ali.valiev+1@mail.ru, спросите", "почта [контакт], спросите")]
    [InlineData("ali @ mail.ru", "[контакт]")]
    [InlineData("ali собака mail точка ru", "[контакт]")]
    [InlineData("ali(at)mail.ru", "[контакт]")]
    [InlineData("ali@gmail", "[контакт]")]
    [InlineData("нависед ба ali＠mail.ru", "нависед ба [контакт]")]
    [InlineData("ｔ．ｍｅ／ali", "[контакт]")]
    [InlineData("𝐭.𝐦𝐞/𝐚𝐥𝐢", "[контакт]")]
    [InlineData("ⓣ.ⓜⓔ/ali", "[контакт]")]
    [InlineData("t\u200B.me/ali", "[контакт]")]
    [InlineData("vk.com/id12345", "[контакт]")]
    [InlineData("WWW.ODNOKLASSNIKI.RU/ali", "[контакт]")]
    [InlineData("смотрите army-job.ru", "смотрите [контакт]")]
    [InlineData("сайт армия.рф платит", "сайт [контакт] платит")]
    [InlineData("my_site.ru va com.uz123", "[контакт] va [контакт]")]
    [InlineData("89161234567А123ВС777телеграм: ali_1", "[номер][номер][контакт]")]
    [InlineData("a.b.example.kz:8080/x", "[контакт]")]
    [InlineData("сілтеме: bit.ly/3abc", "сілтеме: [контакт]")]
    [InlineData("шилтеме wa.me/996555123456", "шилтеме [контакт]")]
    [InlineData("телеграм: ali_2020", "[контакт]")]
    [InlineData("Instagram=ali.valiev99", "[контакт]")]
    [InlineData("ссылкаhttps://x.y/z", "ссылка[контакт]")]
    public void A_link_or_an_account_is_masked(string told, string shown) => Assert.Equal(shown, Scrub(told));

    [Theory]
    // Dates and hours.
    [InlineData("12.05.2024 kuni meni ushlashdi")]
    [InlineData("12/05/2024 да ушлашди")]
    [InlineData("Рӯзи 2024-05-12 доштанд")]
    [InlineData("12.05.24 күнү кармашты")]
    [InlineData("01.02.2024 - 15.03.2024 аралығында")]
    [InlineData("с 01.02-15.03.2024 держали")]
    [InlineData("12.05.2024 14:30 забрали")]
    [InlineData("12.05.2024 14.30 забрали")]
    [InlineData("В 12.05.2024 пришли")]
    [InlineData("в 05.2024 подписал")]
    [InlineData("2022-2023 гг., 2023/2024, 2021 2022")]
    [InlineData("с 9.00-18.00 без еды")]
    [InlineData("2022, 2023, 2024 йилларда")]
    [InlineData("родился 14.05.1990г.")]
    // Sums, in the words of each country.
    [InlineData("обещали 5 000 000 рублей")]
    [InlineData("обещали 195000 руб. в месяц")]
    [InlineData("от 200 000 до 300 000 рублей")]
    [InlineData("200 000-300 000 руб")]
    [InlineData("200 000 (двести тысяч) рублей")]
    [InlineData("200000,50 руб")]
    [InlineData("5000000 р. подъёмных")]
    [InlineData("2 млн, 1 500 000 ₽ и $200000")]
    [InlineData("2 000 000 so‘m berishdi")]
    [InlineData("200 000 dan 300 000 so'mgacha")]
    [InlineData("2 000 000 so`m va 100000 so'm")]
    [InlineData("2 000 000 сўм беришди")]
    [InlineData("100 000 сомонӣ доданд")]
    [InlineData("300 000 сомго алдады")]
    [InlineData("1 500 000 теңге берді")]
    [InlineData("500 000 тенге")]
    [InlineData("100000 минг")]
    // Articles, orders, units, quantities.
    [InlineData("154-модда 2-қисм")]
    [InlineData("JK 154-modda, 154-155-moddalar")]
    [InlineData("моддаи 401 КҶ ҶТ")]
    [InlineData("КЖК 416-берене")]
    [InlineData("ҚК 172-бап 2-бөлік")]
    [InlineData("ст. 337 ч. 3 УК РФ, ст. 359, ст. 205.1")]
    [InlineData("ст. 144-145 УПК")]
    [InlineData("по статьям 228, 158, 162")]
    [InlineData("Указ № 821-р от 02.12.2024, 115-ФЗ")]
    [InlineData("в/ч 31135, 3 роты по 120 человек")]
    [InlineData("нас было 25, потом 12345")]
    [InlineData("дом 5, кв. 12, этаж 3")]
    [InlineData("20 мин 30 сек, 18:00-06:00")]
    // Words that are near to a rule.
    [InlineData("Meni majburlashdi.Men imzo qo‘ymadim")]
    [InlineData("писал в телеграм: они обещали деньги")]
    [InlineData("Ушлаб туришди…нон бермади—сув ҳам")]
    [InlineData("Ғазаб, Қўрқув, Ҳақорат, ӯ, ӣ, ҷ, ү, ө, ң, ә, і, ұ")]
    [InlineData("o‘zbek oʻzbek o'zbek o’zbek o`zbek o´zbek")]
    [InlineData("Первая строка\nвторая строка\n\nтретья")]
    [InlineData("😢🇺🇿 ёрдам керак")]
    public void Evidence_and_plain_words_stay_as_they_are(string told) => Assert.Equal(told, Scrub(told));

    [Theory]
    [InlineData("a\0b\u0007c\u001bd", "abcd")]
    [InlineData("a\tb\u00A0c\u2003d", "a b c d")]
    [InlineData("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour")]
    [InlineData("и\u0306 е\u0308 у\u0306 и\u0304 У\u0304", "й ё ў ӣ Ӯ")]
    [InlineData("и\u200D\u0306", "й")]
    [InlineData("\u200B\u202E", "")]
    [InlineData("ﾠㅤ\u034F\u2800", " ")]
    public void Signs_that_hide_or_break_are_made_plain(string told, string shown) => Assert.Equal(shown, Scrub(told));

    [Fact]
    public void Half_a_sign_is_shown_as_broken_and_harms_nothing()
    {
        Assert.Equal("a\uFFFDb\uFFFDc", Scrub("a\ud800b\udc00c"));
        Assert.Equal("\uFFFD[номер]\uFFFD", Scrub("\udc0089161234567\ud83d"));
    }

    [Fact]
    public void Scrubbing_again_changes_nothing()
    {
        // Seeded: the same 20,000 texts every time, put together from pieces that the rules are made of.
        string[] pieces =
        [
            "8", "916", "123", "4567", "89161234567", "12.05.2024", "2024-05-12", "12.05.24", "14.30", "2022", "200 000", "15 000", "руб", "so'm", "млн",
            "ст. ", "144-145", "-модда", "AA", "В ", "№", "+", "(", ")", "-", "–", " ", "  ", ".", ",", "/", ":", "@", "_", "\n", "\r", "\t", "О", "o", "и", "\u0306",
            "\u0304", "\u200B", "\u202E", "\uFE0F", "\u20E3", "９", "٣", "①", "㊿", "½", "´", "ｔ．ｍｅ", "t.me/", "mail.ru", "https://", "www.", "собака", "точка", "телеграм: ",
            "ali_1", "[контакт]", "[номер]", "до ", "dan ", "А123ВС", "KZ", "\ud83d", "\ude22", "слово", "so‘z", "$", "₽", "#", "*", "~", "\u0338", "𝟗", "❾", "рф", ".ru",
        ];
        var random = new Random(20240512);
        for (var round = 0; round < 20_000; round++)
        {
            var told = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var once = Scrub(told);
            Assert.True(once == Scrub(once), $"{Escaped(told)} becomes {Escaped(once)}, and again {Escaped(Scrub(once))}");
        }
    }

    [Fact]
    public void No_six_digits_in_a_row_survive_beside_letters()
    {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var digits = string.Concat(Enumerable.Range(0, random.Next(6, 21)).Select(_ => random.Next(10)));
            Assert.Equal("номер [номер] есть", Scrub($"номер {digits} есть"));
        }
    }

    static string Scrub(string told) => Scrubber.Scrub(new Words(told)).Reveal();

    static string Escaped(string text) => string.Concat(text.Select(letter => letter is >= ' ' and < '\u007f' ? $"{letter}" : $"\\u{(int)letter:x4}"));
}
