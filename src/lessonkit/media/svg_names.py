"""What an SVG may hold: drawing, text and filters; nothing that runs, moves, fetches or links."""

TEXT = frozenset(("text", "tspan", "textPath", "title", "desc", "style"))
"""Elements whose characters mean something; between others they are layout of the source."""

ELEMENTS = TEXT | frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "image"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
        *("filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite"),
        *("feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight"),
        *("feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR"),
        *("feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight"),
        *("feSpecularLighting", "feSpotLight", "feTile", "feTurbulence"),
    )
)

SHOWN = frozenset(("foreignObject", "feImage", "video", "audio", "iframe", "canvas", "font"))
"""Elements that are left out although a viewer would have shown something for them."""

PROPERTIES = frozenset(
    (
        *("alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color"),
        *("color-interpolation", "color-interpolation-filters", "color-rendering", "direction"),
        *("display", "dominant-baseline", "fill", "fill-opacity", "fill-rule", "filter"),
        *("flood-color", "flood-opacity", "font", "font-family", "font-feature-settings"),
        *("font-kerning", "font-size", "font-size-adjust", "font-stretch", "font-style"),
        *("font-variant", "font-variant-ligatures", "font-variant-numeric", "font-weight"),
        *("image-rendering", "isolation", "letter-spacing", "lighting-color", "line-height"),
        *("marker", "marker-end", "marker-mid", "marker-start", "mask", "mask-type"),
        *("mix-blend-mode", "opacity", "overflow", "paint-order", "shape-rendering"),
        *("stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity"),
        *("stroke-width", "text-anchor", "text-decoration", "text-overflow", "text-rendering"),
        *("text-transform", "transform", "transform-box", "transform-origin", "unicode-bidi"),
        *("vector-effect", "visibility", "white-space", "word-spacing", "writing-mode"),
    )
)
"""CSS properties, most of which are attributes as well (SVG 2, 6.6)."""

CSS_ONLY = frozenset(
    (
        *("background", "background-color", "color-scheme", "height", "width", "x", "y"),
        *("cx", "cy", "r", "rx", "ry", "margin", "padding"),
    )
)
"""Properties that only a style sheet or a `style` attribute says."""

ATTRIBUTES = PROPERTIES | frozenset(
    (
        *("id", "class", "lang", "role", "style", "systemLanguage", "requiredExtensions"),
        *("requiredFeatures", "version", "viewBox", "preserveAspectRatio", "width", "height"),
        *("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "d"),
        *("points", "pathLength", "dx", "dy", "rotate", "textLength", "lengthAdjust", "method"),
        *("spacing", "startOffset", "side", "path", "href", "offset", "gradientUnits"),
        *("gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits"),
        *("patternTransform", "clipPathUnits", "maskUnits", "maskContentUnits", "markerHeight"),
        *("markerWidth", "markerUnits", "orient", "refX", "refY", "filterUnits"),
        *("primitiveUnits", "in", "in2", "result", "mode", "type", "values", "tableValues"),
        *("slope", "intercept", "amplitude", "exponent", "operator", "k1", "k2", "k3", "k4"),
        *("order", "kernelMatrix", "divisor", "bias", "targetX", "targetY", "edgeMode"),
        *("kernelUnitLength", "preserveAlpha", "surfaceScale", "diffuseConstant", "scale"),
        *("xChannelSelector", "yChannelSelector", "azimuth", "elevation", "stdDeviation"),
        *("radius", "z", "specularConstant", "specularExponent", "pointsAtX", "pointsAtY"),
        *("pointsAtZ", "limitingConeAngle", "baseFrequency", "numOctaves", "seed"),
        *("stitchTiles", "media"),
    )
)
"""Attributes without a namespace; `aria-…` besides."""
