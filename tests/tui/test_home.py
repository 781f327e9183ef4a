from lent import opened, settled, text_of


async def test_home_lists_the_stories_and_enter_plays_the_first() -> None:
    async with opened() as (app, pilot):
        assert "One tap in passing" in text_of(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.show is not None
        assert app.show.playback.ended
