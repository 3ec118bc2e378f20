// Dear ImGui's compile-time settings for this project (IMGUI_USER_CONFIG).
#pragma once

// WebGL 2 has no base-vertex draw call, so 16-bit indices would cut a busy frame at 64k vertices.
#define ImDrawIdx unsigned int

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// Nothing of the interface lives in files: fonts are embedded, settings belong to the session.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
