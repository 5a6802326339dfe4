// Shows the description of the API with Swagger UI.
// validatorUrl is null because its default asks another host to validate the description.
const target = document.getElementById("api-docs");

window.SwaggerUIBundle({
  domNode: target,
  url: target.dataset.openapi,
  layout: "BaseLayout",
  deepLinking: true,
  validatorUrl: null,
  supportedSubmitMethods: ["get"],
  presets: [window.SwaggerUIBundle.presets.apis],
});
