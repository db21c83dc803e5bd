package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser that is driven by keys, as a clerk without a mouse would. It is never downloaded: it is there or not. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final ChromeDriver driver;
    private final String address;

    private Browser(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    /** The browser of this machine; where there is none, the test is skipped, which CI does not accept. */
    static Browser open(RunningShop shop) {
        Optional<File> browser = BROWSERS.stream().flatMap(Browser::onPath).findFirst();
        Optional<File> driver = onPath("chromedriver").findFirst();
        if (browser.isEmpty() || driver.isEmpty()) {
            System.out.println(
                    "SKIPPED BROWSER: no chromium with its chromedriver here, the pages were not tried in one");
        }
        Assumptions.assumeTrue(browser.isPresent() && driver.isPresent(), "no browser on this machine");
        ChromeOptions options = new ChromeOptions()
                .setBinary(browser.orElseThrow())
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .build();
        Browser opened = new Browser(new ChromeDriver(service, options), shop.address());
        opened.wide();
        return opened;
    }

    private static Stream<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> new File(directory, program))
                .filter(File::canExecute);
    }

    @Override
    public void close() {
        driver.quit();
    }

    void wide() {
        size(1280, 900);
    }

    void phone() {
        size(390, 844);
    }

    private void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param scheme light or dark */
    void colours(String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    void go(String path) {
        driver.get(address + path);
    }

    String path() {
        return driver.getCurrentUrl().substring(address.length());
    }

    String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    String text() {
        return driver.findElement(By.tagName("main")).getText();
    }

    /** What the page says of what was just done. */
    String status() {
        return driver.findElement(By.cssSelector("[role=status]")).getText();
    }

    String alert() {
        return driver.findElement(By.cssSelector("[role=alert]")).getText();
    }

    /** Presses keys wherever the focus is. */
    void press(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    /** Presses a key that leads to another page, and waits for it. */
    void pressAndGo(CharSequence key) {
        WebElement page = driver.findElement(By.tagName("html"));
        press(key);
        new WebDriverWait(driver, PATIENCE).until(any -> isGone(page) && ready());
    }

    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    private boolean ready() {
        return "complete".equals(driver.executeScript("return document.readyState"));
    }

    /** Goes on with the tab key until the focus is on a link or a button of that name. */
    private void tabToWay(String name) {
        tabTo(name, List.of("a", "button"));
    }

    /** Goes on with the tab key until the focus is on the field of that label. */
    void tabTo(String label) {
        tabTo(label, List.of("input", "select", "textarea"));
    }

    private void tabTo(String name, List<String> kinds) {
        for (int presses = 0; presses < 200; presses++) {
            press(Keys.TAB);
            WebElement reached = focused();
            if (kinds.contains(reached.getTagName()) && nameOf(reached).startsWith(name)) {
                assertThat(script("return getComputedStyle(document.activeElement).outlineStyle"))
                        .as("the focus on " + name + " is seen")
                        .isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("the tab key does not lead to " + name + " on " + path());
    }

    /** Goes to a field with the tab key and types. */
    void fill(String label, String text) {
        tabTo(label);
        press(text);
    }

    /** Goes to a link or a button with the tab key, and presses Enter. */
    void enter(String name) {
        tabToWay(name);
        pressAndGo(Keys.ENTER);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    String nameOf(WebElement element) {
        return String.valueOf(script(
                "const e = arguments[0]; return e.labels && e.labels.length ? e.labels[0].innerText.trim() : e.innerText.trim()",
                element));
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Keeps a picture under {@code target/screenshots}. */
    void shoot(String name) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(directory.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }
}
