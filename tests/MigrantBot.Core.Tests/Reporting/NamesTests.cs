using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Меня зовут Алишер, мне 25 лет", "Меня зовут [имя], мне 25 лет")]
    [InlineData("меня зовут алишер каримов я из Ташкента", "меня зовут [имя] я из Ташкента")]
    [InlineData("Моё имя: Каримов Алишер Бахтиёрович.", "Моё имя: [имя].")]
    [InlineData("ФИО: Каримов А. Б.", "ФИО: [имя].")]
    [InlineData("Я, Каримов Алишер, прошу помочь", "Я, [имя], прошу помочь")]
    [InlineData("Ismim Alisher, Toshkentdanman", "Ismim [имя], Toshkentdanman")]
    [InlineData("Mening ismim Karimov Alisher Baxtiyor o‘g‘li.", "Mening ismim [имя].")]
    [InlineData("Исмим Дилшод эди", "Исмим [имя] эди")]
    [InlineData("Мен Алишер Каримовман", "Мен [имя]")]
    [InlineData("Meni Shohruh deb chaqirishadi", "Meni [имя] deb chaqirishadi")]
    [InlineData("Номи ман Фирдавс, аз Кӯлоб", "Номи ман [имя], аз Кӯлоб")]
    [InlineData("Ман Ҷамшед ҳастам", "Ман [имя] ҳастам")]
    [InlineData("Менин атым Азамат.", "Менин атым [имя].")]
    [InlineData("Менің атым Ерлан Серікұлы.", "Менің атым [имя].")]
    [InlineData("My name is Alisher Karimov.", "My name is [имя].")]
    public void The_own_name_is_masked_without_asking(string told, string shown) => Assert.Equal(shown, Scrub(told));

    [Theory]
    [InlineData("Нас бил Петров Иван в подвале", "Нас бил ⟦Петров Иван⟧ в подвале")]
    [InlineData("обманул Сергей Викторович Кузнецов", "обманул ⟦Сергей Викторович Кузнецов⟧")]
    [InlineData("подписал Каримов А. Б., начальник", "подписал ⟦Каримов А. Б.⟧, начальник")]
    [InlineData("с А.Б. Каримовым", "с ⟦А.Б. Каримовым⟧")]
    [InlineData("Bizni Toshmatov Eshmat aldadi", "Bizni ⟦Toshmatov Eshmat⟧ aldadi")]
    [InlineData("Нурлан уулу Азамат келди", "⟦Нурлан уулу Азамат⟧ келди")]
    [InlineData("Сейтқали Ержан Нұрланұлы", "⟦Сейтқали Ержан Нұрланұлы⟧")]
    [InlineData("Мирзо Раҳимзода гуфт", "⟦Мирзо Раҳимзода⟧ гуфт")]
    [InlineData("каримов алишер бахтиёрович взял деньги", "⟦каримов алишер бахтиёрович⟧ взял деньги")]
    [InlineData("капитан Смирнов кричал", "капитан ⟦Смирнов⟧ кричал")]
    [InlineData("мой брат Фирдавс погиб", "мой брат ⟦Фирдавс⟧ погиб")]
    [InlineData("Жавлон ака ёрдам берди", "⟦Жавлон⟧ ака ёрдам берди")]
    [InlineData("его зовут Мансурбек", "его зовут ⟦Мансурбек⟧")]
    public void The_likely_name_of_another_is_marked(string told, string shown) => Assert.Equal(shown, Scrub(told));

    [Theory]
    [InlineData("Меня зовут обратно на фронт")]
    [InlineData("меня зовут служить каждый день")]
    [InlineData("Я из Ташкента, работал в Москве")]
    [InlineData("Нас везли в Ростов Воронеж Белгород")]
    [InlineData("Министерство Внутренних Дел Российской Федерации")]
    [InlineData("Судья Мещанского районного суда")]
    [InlineData("ул. Юсупова и улица Алишера Навои")]
    [InlineData("Амир Темур кўчаси, Шароф Рашидов тумани")]
    [InlineData("Андижон ва Наманган, Озарбайжон")]
    [InlineData("начальник СИЗО и капитан МВД")]
    [InlineData("Гражданин Узбекистана, Магазин Пятёрочка")]
    [InlineData("Кейин Москвага олиб кетишди. Лекин Россияда")]
    [InlineData("НАС ДЕРЖАЛИ В ПОДВАЛЕ ТРИ ДНЯ БЕЗ ЕДЫ")]
    [InlineData("унинг ўғли, менинг қизим, агам")]
    public void Places_institutions_and_plain_words_are_no_names(string told) => Assert.Equal(told, Scrub(told));

    [Fact]
    public void Marks_are_hidden_kept_and_found()
    {
        var words = new Words("бил ⟦Петров Иван⟧ и ⟦Сидоров⟧");
        Assert.True(Names.Any(words));
        Assert.Equal("бил [имя] и [имя]", Names.Hide(words).Reveal());
        Assert.Equal("бил Петров Иван и Сидоров", Names.Keep(words).Reveal());
        Assert.False(Names.Any(Names.Hide(words)));
        Assert.False(Names.Any(Names.Keep(words)));
    }

    [Theory]
    [InlineData("⟦")]
    [InlineData("⟧⟦")]
    [InlineData("⟦⟦a⟧")]
    [InlineData("⟦a⟦b⟧c⟧")]
    [InlineData("⟦⟧")]
    [InlineData("")]
    public void Marks_that_a_person_typed_harm_nothing(string told)
    {
        Assert.DoesNotContain(Scrub(told), letter => letter is Names.Opens or Names.Closes);
        Assert.DoesNotContain(Names.Hide(new Words(told)).Reveal(), letter => letter is Names.Opens or Names.Closes);
        Assert.DoesNotContain(Names.Keep(new Words(told)).Reveal(), letter => letter is Names.Opens or Names.Closes);
    }

    [Fact]
    public void A_mark_inside_a_number_hides_it_from_nobody() => Assert.Equal("[номер]", Scrub("8916⟦123⟧4567"));

    static string Scrub(string told) => Scrubber.Scrub(new Words(told)).Reveal();
}
