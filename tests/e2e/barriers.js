// Body of an asynchronous script: runs axe on the whole page, open shadow roots included.
const done = arguments[arguments.length - 1];
// axe does not see that a slot is hidden, and with it the static card behind the live one.
const live = [...document.querySelectorAll("story-card")].filter(({ state }) => state === "ready");
const exclude = live.flatMap(({ children }) => [...children]);
axe.run({ include: [document], exclude }, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }).then(
  ({ violations }) =>
    done(
      violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, html, failureSummary }) =>
          [`${id} (${help}) at ${target.flat().join(" > ")}`, html.slice(0, 300), failureSummary].join("\n    ")
        )
      )
    ),
  (error) => done(String(error))
);
