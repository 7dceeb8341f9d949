// Body of an asynchronous script: runs axe on the whole page, open shadow roots included.
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(
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
