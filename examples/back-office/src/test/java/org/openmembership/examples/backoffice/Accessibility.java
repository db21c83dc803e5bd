package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page owes those who do not see it well, or at all; checked in the browser, with the colours it computes. */
final class Accessibility {
    private static final String PROBLEMS = """
            const problems = [];
            const seen = element => element.getClientRects().length > 0;
            if (!document.documentElement.lang) problems.push('no language');
            if (!document.title.trim()) problems.push('no title');
            if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
            let level = 0;
            document.querySelectorAll('h1,h2,h3,h4').forEach(heading => {
              const own = Number(heading.tagName[1]);
              if (own > level + 1) problems.push('heading skips a level: ' + heading.innerText);
              level = own;
            });
            document.querySelectorAll('input:not([type=hidden]),select,textarea').forEach(field => {
              if (!field.labels.length) problems.push('no label: ' + field.name);
              const described = field.getAttribute('aria-describedby');
              if (described) described.split(' ').forEach(id => {
                if (!document.getElementById(id)) problems.push('describes nothing: ' + id);
              });
            });
            document.querySelectorAll('a,button').forEach(way => {
              if (!way.innerText.trim() && seen(way)) problems.push('no name: ' + way.outerHTML);
            });
            const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
            ids.filter((id, at) => ids.indexOf(id) !== at).forEach(id => problems.push('twice: ' + id));

            const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
            const light = ([r, g, b]) => [r, g, b]
              .map(part => part / 255)
              .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
              .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
            const ground = element => {
              const layers = [];
              for (let at = element; at; at = at.parentElement) {
                const colour = parts(getComputedStyle(at).backgroundColor);
                if (colour.length === 3) { layers.push([...colour, 1]); break; }
                if (colour.length === 4 && colour[3] > 0) layers.push(colour);
              }
              return layers.reverse().reduce(
                (below, [r, g, b, a]) => [r * a + below[0] * (1 - a), g * a + below[1] * (1 - a), b * a + below[2] * (1 - a)],
                [255, 255, 255]);
            };
            document.querySelectorAll('body *').forEach(element => {
              const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
              if (!own || !seen(element)) return;
              const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
              const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              if (contrast < 4.5) problems.push('contrast ' + contrast.toFixed(1) + ': ' + element.innerText);
            });
            return problems.join('\\n');
            """;
    private static final String WIDER =
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private Accessibility() {}

    static void check(Browser browser) {
        assertThat(browser.script(PROBLEMS)).as("on " + browser.path()).isEqualTo("");
    }

    /** On a phone nobody has to scroll sideways. */
    static void checkWidth(Browser browser) {
        assertThat(browser.script(WIDER))
                .as("scrolls sideways: " + browser.path())
                .isEqualTo(false);
    }
}
