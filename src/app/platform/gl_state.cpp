// Answers for ImGui's GL backend, which saves and restores all state around each frame.
//
// In a browser every such question makes the page wait until the graphics process has drawn what it was given: 100 ms and more
// where that is done in software.  Nothing here relies on state that somebody else left, so the answers are those of a fresh
// context.  web/third_party/CMakeLists.txt sends the backend's calls here.
#include <GLES3/gl3.h>

extern "C" {

void parley_gl_get_integerv(GLenum name, GLint* values) {
    switch (name) {
        case GL_MAJOR_VERSION:
        case GL_MINOR_VERSION:
        case GL_NUM_EXTENSIONS: glGetIntegerv(name, values); break;  // once, at the start
        case GL_ACTIVE_TEXTURE: *values = GL_TEXTURE0; break;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA: *values = GL_FUNC_ADD; break;
        case GL_BLEND_SRC_RGB:
        case GL_BLEND_SRC_ALPHA: *values = GL_ONE; break;
        case GL_VIEWPORT:
        case GL_SCISSOR_BOX: values[0] = values[1] = values[2] = values[3] = 0; break;
        default: *values = 0;  // bindings, and factors of blending
    }
}

GLboolean parley_gl_is_enabled(GLenum) { return GL_FALSE; }

}  // extern "C"
