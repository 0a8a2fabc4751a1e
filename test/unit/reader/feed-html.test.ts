import { describe, expect, it } from 'vitest'
import { feedHtml } from '../../../src/reader/feed-html.ts'

const page = 'https://notes.example/docs/how-often/'

describe('the HTML of a feed', () => {
  it.each([
    [
      'a page of the site',
      '<a href="/docs/about/">x</a>',
      '<a href="https://notes.example/docs/about/">x</a>',
    ],
    ['a page beside it', '<a href="../why/">x</a>', '<a href="https://notes.example/docs/why/">x</a>'],
    ['a place on the page', '<a href="#why">x</a>', `<a href="${page}#why">x</a>`],
    [
      'another site',
      '<a href="//b.example/?a=1&amp;b=2">x</a>',
      '<a href="https://b.example/?a=1&amp;b=2">x</a>',
    ],
    ['a letter', '<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
    [
      'a picture',
      '<img src="/docs/a.png" alt="A &gt; B">',
      '<img src="https://notes.example/docs/a.png" alt="A &gt; B">',
    ],
    [
      'a source of words',
      '<blockquote cite="/x">x</blockquote>',
      '<blockquote cite="https://notes.example/x">x</blockquote>',
    ],
  ])('names %s in full', (_, html, expected) => {
    expect(feedHtml(html, page)).toBe(expected)
  })

  it.each([
    ['comments', 'a<!-- <b> -->b', 'ab'],
    [
      'what styles and scripts go by',
      '<p id="a" class="b" data-c="d" style="e" role="note" aria-label="f" onclick="g">h</p>',
      '<p>h</p>',
    ],
    [
      'sizes to choose from',
      '<img srcset="a 1x, b 2x" sizes="1px" src="https://a.example/b" alt="" loading="lazy">',
      '<img src="https://a.example/b" alt="">',
    ],
    ['scripts', 'a<script type="module">if (a < b) "</p>"</script>b', 'ab'],
    ['styles', 'a<style>p > a { color: red }</style>b', 'ab'],
    ['buttons and forms', 'a<form><button>x</button><input name="y"></form>b', 'ab'],
    ['a hidden element with others of its name inside', 'a<div hidden><div>x</div><p>y</p></div>b', 'ab'],
    [
      'what opens beside a word',
      '<a href="#w">word</a><span popover id="p">meaning</span>',
      `<a href="${page}#w">word</a>`,
    ],
    ['the rest of what never ends', 'a<div popover>b', 'a'],
  ])('leaves out %s', (_, html, expected) => {
    expect(feedHtml(html, page)).toBe(expected)
  })

  it('keeps what makes sense anywhere', () => {
    const html =
      '<ol start="3" reversed><li value="2">a</li></ol><td colspan="2">b</td><p lang="de" dir="rtl">c &lt; d</p><time datetime="2026-01-01">e</time><br>'
    expect(feedHtml(html, page)).toBe(html.replace('reversed', 'reversed=""'))
  })
})
